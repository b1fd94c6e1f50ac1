import { useView } from '../../foundation/api/web.ts';
import {
  Empty,
  Facts,
  Go,
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
import { Casualties, type IntakeList } from '../intake/web.ts';
import { INCIDENT_ANCHORS, type IncidentPartProps } from './incident-anchors.part.tsx';

const WORDS = {
  reports: { zh: '来源接报', en: 'Reports taken' },
  none: { zh: '没有可见的接报', en: 'No report is visible to you' },
  orders: { zh: '共 {total}', en: '{total} in all' },
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
          { label: { zh: '地点', en: 'Place' }, value: incident.placeText },
          { label: { zh: '区域', en: 'Area' }, value: incident.areaName },
          { label: { zh: '伤亡', en: 'Casualties' }, value: <Casualties of={incident} /> },
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

/** 「共 16：已办结 3、已取消 13」: what was withdrawn is counted, too, and stays so after the close. */
function OrdersByState({ orders: { total, states } }: Pick<IncidentPartProps['incident'], 'orders'>) {
  const say = useSay();
  const each = states.map(({ state, count }) => `${say(labelOfState(state))} ${count}`);
  return [say(WORDS.orders, { total }), ...each].join(' · ');
}

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
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </>
  );
}
