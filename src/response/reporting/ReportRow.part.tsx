import type { OutputOf } from '../../foundation/api/web.ts';
import { Go, MarkBadge, StateBadge, Tag, Time, useSay } from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { PaperLinks } from './PaperLinks.part.tsx';
import { isDraft, stateLabel, toneOf } from './report-states.part.tsx';
import type { list } from './reporting.views.ts';
import { REPORT_KINDS } from './situation-report.register.ts';

export type ReportItem = OutputOf<typeof list>['items'][number];

const WORDS = {
  asOf: { zh: '数据截至', en: 'As of' },
  issued: { zh: '报送', en: 'Issued' },
  signedBy: { zh: '{who} 签发', en: 'signed off by {who}' },
} as const;

/** One report in the incident's list: which, its state and time, and the paper in both formats. */
export function ReportRow({ report }: { report: ReportItem }) {
  const say = useSay();
  const at = isDraft(report) ? report.asOf : report.issuedAt;
  return (
    <li>
      <div className="report-name">
        <Tag>{say(labelOf(REPORT_KINDS, report.kind))}</Tag>
        <span>
          <Go to={`/reporting/${report.id}`}>
            <MarkBadge mark={report.mark} />
            {report.title}
          </Go>
          {report.number && <span className="soft"> {report.number}</span>}
        </span>
      </div>
      <div className="report-facts">
        <StateBadge label={stateLabel(report.state)} tone={toneOf(report.state)} />
        <span className="soft">
          {say(isDraft(report) ? WORDS.asOf : WORDS.issued)} <Time at={at} />
        </span>
        {report.issuer && <span className="soft">{say(WORDS.signedBy, { who: report.issuer })}</span>}
        <span className="report-links">
          <PaperLinks id={report.id} title={report.title} />
        </span>
      </div>
    </li>
  );
}
