import { sql } from 'kysely';
import { defineDossierSection, dossierTable, MOST_ROWS } from '../../foundation/dossiers/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { officialTime } from '../../kernel/calendar.ts';
import { readReport } from './situation-report.permissions.ts';
import { REPORT_KINDS, situationReport } from './situation-report.register.ts';

type Row = Record<'number' | 'title' | 'kind' | 'issuer' | 'sentTo', string> & { issuedAt: Date | null };

export const reportsSection = defineDossierSection('incident.reports', {
  of: 'incident',
  label: { zh: '信息报送', en: 'Reports' },
  order: 70,
  may: readReport,
  async run(ctx, id) {
    const rows = await ctx.rows<Row>(sql`
      select coalesce(r.number, '（草稿）') as number, r.title, r.kind, coalesce(r.issuer, '') as issuer,
        array_to_string(r.sent_to, '、') as sent_to, r.issued_at
      from ${ctx.visible(situationReport, readReport)} r where r.incident_id = ${id} order by r.created_at limit ${MOST_ROWS}`);
    return dossierTable(
      ['编号', '类别', '标题', '签发', '报送', '时间'],
      [3, 2, 4, 2, 4, 3],
      rows.map((row) => [
        row.number,
        labelOf(REPORT_KINDS, row.kind).zh,
        row.title,
        row.issuer,
        row.sentTo,
        row.issuedAt ? officialTime(row.issuedAt) : '—',
      ]),
    );
  },
});
