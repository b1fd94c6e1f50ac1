import type { OutputOf } from '../../foundation/api/web.ts';
import { officialTime } from '../../kernel/calendar.ts';
import type { record } from './reporting.views.ts';
import { REPORT_PARTS, situationReport } from './situation-report.register.ts';

export type Report = OutputOf<typeof record>;

const NUMERALS = ['一', '二', '三', '四', '五'];
const list = (names: readonly string[]) => (names.length > 0 ? `${names.join('，')}。` : '无。');

/** The paper as it leaves the house, on the screen: the same parts as the document, always in Chinese as that is. */
export function PaperSheet({ report }: { report: Report }) {
  return (
    <article className="paper" lang="zh-CN">
      {report.mark !== 'real' && <p className="paper-mark">{report.mark === 'drill' ? '【演练】' : '【测试】'}</p>}
      <p className="paper-urgency">{report.urgency}</p>
      <p className="paper-head">{report.officialName ?? `${report.unitName}值班信息`}</p>
      <p className="paper-number">
        <span>{report.number ?? '（草稿，未编号）'}</span>
        {report.issuer && <span>签发人：{report.issuer}</span>}
      </p>
      <h2>{report.title}</h2>
      {REPORT_PARTS.map((part, index) => (
        <section key={part}>
          <h3>
            {NUMERALS[index]}、{situationReport.fields[part].label.zh}
          </h3>
          {(report[part] ?? '无').split('\n').map((text, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two paragraphs may say the same, and none of them moves
            <p key={position}>{text}</p>
          ))}
        </section>
      ))}
      <p className="paper-signature">
        {report.officialName ?? report.unitName}
        <br />
        {officialTime(new Date(report.issuedAt ?? report.asOf))}
      </p>
      <footer>
        <p>报送：{list(report.sentTo)}</p>
        <p>抄送：{list(report.copiedTo)}</p>
        {report.handler && <p>承办人：{report.handler}</p>}
      </footer>
    </article>
  );
}
