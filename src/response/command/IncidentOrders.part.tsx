import { Suspense, useState } from 'react';
import { type OutputOf, useView } from '../../foundation/api/web.ts';
import { loadCountdownList } from '../../foundation/clocks/web.ts';
import {
  Button,
  Dialog,
  Facts,
  Go,
  LevelBadge,
  lazyOf,
  Section,
  Shown,
  StateBadge,
  Tag,
  Time,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import { RESPONSE_LEVELS } from '../../foundation/incident-kinds/define.ts';
import { IssueOrder, loadOrdersOf } from '../../foundation/orders/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { INCIDENT_ANCHORS, type IncidentPartProps } from '../incidents/web.ts';
import { activationLifecycle } from './activation.lifecycle.ts';
import { activation as register } from './activation.register.ts';
import type { ofIncident } from './command.views.ts';
import { WaitingActions } from './WaitingActions.part.tsx';

const WORDS = {
  board: { zh: '指令板', en: 'Order board' },
  issue: { zh: '下达指令', en: 'Issue an order' },
  plan: { zh: '依据预案', en: 'Plan' },
  edition: { zh: '第 {edition} 版', en: 'edition {edition}' },
  superior: { zh: '上级指挥', en: 'Superior' },
  follows: { zh: '{name} {level}', en: '{name}, {level}' },
  commands: { zh: '接管指挥', en: 'has the command' },
  met: { zh: '已具备的终止条件', en: 'Conditions met' },
  open: { zh: '未具备的终止条件', en: 'Conditions not met' },
} as const;

/** 指令 of an incident: the response that runs, as 应对法 第72条 has it stated, and everything ordered, live. */
export default function IncidentOrders({ incident }: IncidentPartProps) {
  const say = useSay();
  const may = useMay();
  const [isIssuing, setIssuing] = useState(false);
  const OrdersOf = lazyOf(loadOrdersOf) as React.ComponentType<{ matter: string }>;
  const aside = (
    <div className="row">
      <Go to={`/orders?matter=${incident.id}`}>{say(WORDS.board)}</Go>
      {may('order.issue') && incident.state !== 'closed' && (
        <Button onClick={() => setIssuing(true)}>{say(WORDS.issue)}</Button>
      )}
    </div>
  );
  return (
    <Section id="orders" title={INCIDENT_ANCHORS.orders} aside={aside}>
      {may('activation.read') && <Activations incidentId={incident.id} />}
      <Suspense fallback={null}>
        <OrdersOf matter={incident.id} />
      </Suspense>
      <Dialog title={say(WORDS.issue)} isOpen={isIssuing} onClose={() => setIssuing(false)} size="wide">
        <IssueOrder matter={{ register: 'incident', id: incident.id }} onDone={() => setIssuing(false)} />
      </Dialog>
    </Section>
  );
}

function Activations({ incidentId }: { incidentId: string }) {
  const view = useView<typeof ofIncident>('command.ofIncident', { incidentId });
  return (
    <Shown of={view} rows={2}>
      {({ items }) => items.map((activation) => <Activation key={activation.id} activation={activation} />)}
    </Shown>
  );
}

function Activation({ activation }: { activation: OutputOf<typeof ofIncident>['items'][number] }) {
  const say = useSay();
  const may = useMay();
  const { fields } = register;
  const CountdownList = lazyOf(loadCountdownList) as React.ComponentType<{ about: string }>;
  const isRunning = activation.state === 'active';
  return (
    <div className="activation">
      <p className="row">
        <LevelBadge level={activation.level} />
        <StateBadge
          label={activationLifecycle.states[isRunning ? 'active' : 'terminated']}
          tone={isRunning ? 'active' : 'ended'}
        />
        <strong>{activation.matter}</strong>
        <span className="soft">{activation.number}</span>
      </p>
      <Facts
        facts={[
          { label: { zh: '启动时间', en: 'T0' }, value: <Time at={activation.startedAt} /> },
          { label: fields.expectedHours.label, value: activation.expectedHours },
          {
            label: WORDS.plan,
            value: may('plan.read') ? (
              <Go to={`/plans/${activation.planId}`}>
                {activation.planName} {say(WORDS.edition, { edition: activation.edition })}
              </Go>
            ) : (
              activation.planName
            ),
          },
          ...(activation.superiorLevel
            ? [{ label: WORDS.superior, value: <SuperiorWords activation={activation} /> }]
            : []),
          ...(isRunning
            ? []
            : [
                { label: fields.endedAt.label, value: <Time at={activation.endedAt} /> },
                { label: fields.endReason.label, value: activation.endReason },
                { label: WORDS.met, value: activation.endConditionsMet.join('；') || undefined },
                { label: WORDS.open, value: activation.endConditionsOpen.join('；') || undefined },
              ]),
        ]}
      />
      <p>
        <span className="soft">{say(fields.measures.label)}</span> {activation.measures}
      </p>
      {isRunning && (
        <Suspense fallback={null}>
          <CountdownList about={activation.id} />
        </Suspense>
      )}
      {may('activation_action.read') && <WaitingActions activationId={activation.id} isRunning={isRunning} />}
    </div>
  );
}

/** 上级指挥: whose level is followed, since when, by which paper, and whether they command. */
function SuperiorWords({ activation }: { activation: OutputOf<typeof ofIncident>['items'][number] }) {
  const say = useSay();
  const { superiorName, superiorLevel, superiorReference, superiorAt, superiorCommands } = activation;
  const level = say(labelOf(RESPONSE_LEVELS, superiorLevel ?? 'IV'));
  return (
    <span className="row">
      <span>{say(WORDS.follows, { name: superiorName ?? '', level })}</span>
      {superiorCommands && <Tag>{say(WORDS.commands)}</Tag>}
      {superiorReference}
      <Time at={superiorAt} />
    </span>
  );
}
