import { useView } from '../../foundation/api/web.ts';
import {
  Empty,
  Facts,
  Go,
  GradeBadge,
  MarkBadge,
  Section,
  Shown,
  Time,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import { assignmentLifecycle } from '../../foundation/orders/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { SOURCE_CHANNELS } from '../intake/intake.register.ts';
import { Casualties, type Figures, type IntakeList } from '../intake/web.ts';
import { isGradeOutdated } from './grade.rules.ts';
import { CERTAINTIES } from './incident.register.ts';
import { INCIDENT_ANCHORS, type IncidentPartProps } from './incident-anchors.part.tsx';

const WORDS = {
  reports: { zh: '来源接报', en: 'Reports taken' },
  none: { zh: '没有可见的接报', en: 'No report is visible to you' },
  orders: { zh: '共 {total}', en: '{total} in all' },
  loss: { zh: '直接经济损失 {count} 万元', en: 'direct loss {count} × 10,000 CNY' },
  released: { zh: '口径第 {version} 版', en: 'Release {version}' },
  amended: { zh: '伤亡变化须补报至', en: 'Changes are to be reported until' },
  regrade: { zh: '与现定等级不同，请重新定级', en: 'This is not the grade that was given: grade it anew' },
} as const;

/** 概况: the facts of the moment, and the calls they come from. */
export function Overview({ incident }: IncidentPartProps) {
  const may = useMay();
  return (
    <Section id="overview" title={INCIDENT_ANCHORS.overview}>
      <Facts
        facts={[
          { label: { zh: '获悉时间', en: 'Time known' }, value: <Time at={incident.knownAt} /> },
          {
            label: { zh: '发生时间', en: 'Occurred' },
            value: incident.occurredAt && <Time at={incident.occurredAt} />,
          },
          ...(incident.gbt35561Code
            ? [{ label: { zh: 'GB/T 35561 代码', en: 'GB/T 35561 code' }, value: incident.gbt35561Code }]
            : []),
          { label: { zh: '地点', en: 'Place' }, value: incident.placeText },
          { label: { zh: '区域', en: 'Area' }, value: incident.areaName },
          { label: { zh: '伤亡', en: 'Casualties' }, value: <Released incident={incident} /> },
          { label: { zh: '损失情况', en: 'Damage' }, value: incident.damage },
          {
            label: { zh: '建议等级', en: 'Grade by the figures' },
            value: incident.suggestedGrade && <Suggested incident={incident} />,
          },
          { label: { zh: '指令', en: 'Orders' }, value: <OrdersByState orders={incident.orders} /> },
          { label: { zh: '定级理由', en: 'Reason for grade' }, value: incident.gradeReason },
          {
            label: { zh: '控制时间', en: 'Controlled' },
            value: incident.controlledAt && <Time at={incident.controlledAt} />,
          },
          { label: { zh: '办结时间', en: 'Closed' }, value: incident.closedAt && <Time at={incident.closedAt} /> },
          { label: { zh: '办结说明', en: 'Closing summary' }, value: incident.closingSummary },
        ]}
      />
      {may('intake.read') && <Sources incidentId={incident.id} />}
    </Section>
  );
}

/** The figures with which release they are: everybody who cites them cites the same. */
function Released({ incident }: IncidentPartProps) {
  const say = useSay();
  const { version, at, source, certainty, amendableUntil } = incident.casualties;
  return (
    <>
      <Casualties of={incident} />
      {incident.directLoss !== null && <span> · {say(WORDS.loss, { count: incident.directLoss })}</span>}
      {version > 0 && at && (
        <div className="soft">
          {say(WORDS.released, { version })} <Time at={at} /> · {source}
          {certainty && ` · ${say(labelOf(CERTAINTIES, certainty))}`}
        </div>
      )}
      {incident.state === 'closed' && (
        <div className="soft">
          {say(WORDS.amended)} <Time at={amendableUntil} />
        </div>
      )}
    </>
  );
}

function Suggested({ incident }: IncidentPartProps) {
  const say = useSay();
  const suggestion = incident.suggestedGrade;
  if (!suggestion) return null;
  const isOther = isGradeOutdated(incident.grade, suggestion);
  return (
    <>
      <GradeBadge grade={suggestion.grade} /> {say(suggestion.criterion)}{' '}
      <span className="soft">{suggestion.citation}</span>
      {isOther && <div className="stale-note">{say(WORDS.regrade)}</div>}
    </>
  );
}

/** 「共 16：已办结 3、已取消 13」: what was withdrawn is counted, too, and stays so after the close. */
function OrdersByState({ orders: { total, states } }: Pick<IncidentPartProps['incident'], 'orders'>) {
  const say = useSay();
  const each = states.map(({ state, count }) => `${say(labelOfState(state))} ${count}`);
  return [say(WORDS.orders, { total }), ...each].join(' · ');
}

/** What a caller said of people stands beside the released figures: where the two differ, somebody asks. */
const hasFigures = ({ deaths, missing, seriousInjuries, minorInjuries, trapped }: Figures) =>
  [deaths, missing, seriousInjuries, minorInjuries, trapped].some((count) => count !== null && count > 0);

const labelOfState = (state: string) =>
  assignmentLifecycle.states[state as keyof typeof assignmentLifecycle.states] ?? { zh: state, en: state };

function Sources({ incidentId }: { incidentId: string }) {
  const say = useSay();
  const view = useView<IntakeList>('intake.list', { incidentId });
  return (
    <>
      <h3>{say(WORDS.reports)}</h3>
      <Shown of={view} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={WORDS.none} />
          ) : (
            <ul className="similar">
              {items.map((report) => (
                <li key={report.id}>
                  <Time at={report.knownAt} />
                  <Go to={`/intake/${report.id}`}>{report.number}</Go>
                  <MarkBadge mark={report.mark} />
                  <span>
                    {say(labelOf(SOURCE_CHANNELS, report.sourceChannel))} · {report.placeText}
                  </span>
                  <span className="soft">{report.unitName}</span>
                  {hasFigures(report) && <Casualties of={report} />}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </>
  );
}
