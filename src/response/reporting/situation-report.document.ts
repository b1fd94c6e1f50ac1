import type { z } from 'zod';
import { definePaper } from '../../foundation/documents/define.ts';
import type { reportOutput } from './reporting.views.ts';
import { REPORT_PARTS, situationReport } from './situation-report.register.ts';

/** 突发事件信息专报 on the page of GB/T 9704. A draft is a paper too, and says so in place of its number. */
export const situationReportPaper = definePaper<z.output<typeof reportOutput>>({
  name: 'situation-report',
  label: { zh: '突发事件信息专报', en: 'Situation report' },
  compose: (report) => ({
    mark: report.mark,
    redHeader: report.officialName ?? `${report.unitName}值班信息`,
    number: report.number ?? '（草稿，未编号）',
    urgency: report.urgency,
    ...(report.issuer ? { issuer: report.issuer } : {}),
    title: report.title,
    body: REPORT_PARTS.flatMap((part) => [
      { kind: 'heading' as const, level: 1 as const, text: situationReport.fields[part].label.zh },
      { kind: 'paragraph' as const, text: report[part] ?? '无' },
    ]),
    signedBy: report.officialName ?? report.unitName,
    signedAt: report.issuedAt ?? report.asOf,
    sentTo: report.sentTo,
    copiedTo: report.copiedTo,
    ...(report.handler ? { handler: report.handler } : {}),
    printedAt: report.issuedAt ?? report.asOf,
  }),
});
