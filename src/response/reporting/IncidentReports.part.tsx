import { useView } from '../../foundation/api/web.ts';
import { Empty, Section, Shown } from '../../foundation/design-system/web.ts';
import { INCIDENT_ANCHORS, type IncidentPartProps } from '../incidents/web.ts';
import { ReportRow } from './ReportRow.part.tsx';
import type { list } from './reporting.views.ts';
import './reporting.css';

const NONE = { zh: '还没有报告', en: 'No report yet' };
const NONE_HINT = {
  zh: '「起草报告」在本页底部；书面初报的时限见页首。',
  en: '“Draft a report” is at the foot of this page; the head shows when the written one is due.',
};

/** 报告 of an incident, the newest first, each with its paper. */
export default function IncidentReports({ incident }: IncidentPartProps) {
  const view = useView<typeof list>('reporting.list', { incidentId: incident.id });
  return (
    <Section id="reports" title={INCIDENT_ANCHORS.reports}>
      <Shown of={view} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={NONE} hint={NONE_HINT} />
          ) : (
            <ul className="report-rows">
              {items.map((report) => (
                <ReportRow key={report.id} report={report} />
              ))}
            </ul>
          )
        }
      </Shown>
    </Section>
  );
}
