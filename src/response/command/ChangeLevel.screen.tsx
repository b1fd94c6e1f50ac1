import { useState } from 'react';
import { type OutputOf, useCommand, useView } from '../../foundation/api/web.ts';
import {
  type Action,
  ActionBar,
  Button,
  ChoiceField,
  Empty,
  go,
  Page,
  Section,
  Shown,
  TextAreaField,
  useKeys,
  useParams,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { RESPONSE_LEVELS, type ResponseLevel } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { IncidentRecord } from '../incidents/web.ts';
import { ActivationLines } from './ActivationLines.part.tsx';
import { ActivationStatement } from './ActivationStatement.part.tsx';
import { isHigher, nextHigher } from './activation.rules.ts';
import { ordersOf, useActivationDraft } from './activation-draft.part.tsx';
import type { levelPreview, ofIncident } from './command.views.ts';
import { KeptOrders } from './KeptOrders.part.tsx';
import type { changeLevel, followSuperior } from './level.commands.ts';
import { NOT_FOLLOWING, Superior, type SuperiorDraft } from './Superior.part.tsx';
import './command.css';

type Running = OutputOf<typeof ofIncident>['items'][number];

const WORDS = {
  title: { zh: '调整响应级别', en: 'Change the response level' },
  back: { zh: '返回事件', en: 'Back to the incident' },
  cancel: { zh: '取消', en: 'Cancel' },
  none: { zh: '没有正在进行的响应', en: 'No response is running' },
  noneHint: { zh: '先启动预案。', en: 'Activate a plan first.' },
  to: { zh: '调整为', en: 'Change to' },
  now: { zh: '现在是{level}', en: 'It is {level} now' },
  conditions: { zh: '启动条件', en: 'Start conditions' },
  reason: { zh: '调整理由', en: 'Reason' },
  withdraws: { zh: '将撤销（无人开始）', en: 'Will be withdrawn (nobody has begun)' },
  keeps: { zh: '继续办理', en: 'Go on' },
  adds: { zh: '提升到{level}，下达 {count} 条指令', en: 'Raise to {level} and issue {count} orders' },
  lower: { zh: '降为{level}，撤销 {count} 条', en: 'Lower to {level} and withdraw {count}' },
  follow: { zh: '跟随上级：{level}', en: 'Follow the superior: {level}' },
  incomplete: {
    zh: '理由、期限、措施、上级机构和决定时间须填写',
    en: 'Reason, hours, measures, superior and its time are needed',
  },
  nobody: { zh: '有指令没有承办单位', en: 'A line has no unit' },
} as const satisfies Record<string, Phrase>;

/** 调级: what a level adds or withdraws, before anything is sent; the district's own decision, or following the superior. */
export default function ChangeLevel() {
  const { id } = useParams();
  const incident = useView<IncidentRecord>('incidents.record', { id });
  const responses = useView<typeof ofIncident>('command.ofIncident', { incidentId: id });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go(`/incidents/${id}`) }]);
  return (
    <Shown of={incident}>
      {(matter) => (
        <Page title={WORDS.title} mark={matter.mark}>
          <Shown of={responses}>
            {({ items }) => {
              const running = items.find(({ state }) => state === 'active');
              return running ? (
                <Change running={running} incident={matter} />
              ) : (
                <Empty title={WORDS.none} hint={WORDS.noneHint} />
              );
            }}
          </Shown>
        </Page>
      )}
    </Shown>
  );
}

const IDS = RESPONSE_LEVELS.map(({ id }) => id);
const isLevel = (text: string | undefined): text is ResponseLevel => IDS.some((id) => id === text);

function Change({ running, incident }: { running: Running; incident: OutputOf<IncidentRecord> }) {
  const say = useSay();
  const [{ level: asked }, setSearch] = useSearch();
  const level = isLevel(asked) ? asked : nextHigher(running.level);
  // Whoever opened the page decides about what was there then: a change by somebody else is refused, not overwritten.
  const [version, setVersion] = useState(running.version);
  const [reason, setReason] = useState('');
  const [superior, setSuperior] = useState<SuperiorDraft>(NOT_FOLLOWING);
  const view = useView<typeof levelPreview>('command.levelPreview', { id: running.id, level }, { keepsPrevious: true });
  const draft = useActivationDraft(view.data && { ...view.data, actions: view.data.adds, matter: running.matter });
  const changing = useCommand<typeof changeLevel>('command.changeLevel');
  const following = useCommand<typeof followSuperior>('command.followSuperior');
  const command = superior.isFollowing ? following : changing;
  const { expectedHours, measures } = draft.statement;
  const orders = ordersOf(draft.lines);
  const hasGap = draft.lines.some((line) => !line.isLeftOut && line.unitId === null);
  const isComplete =
    reason.trim().length > 1 &&
    measures.trim() !== '' &&
    expectedHours !== null &&
    (!superior.isFollowing || (superior.name.trim().length > 1 && superior.decidedAt !== undefined));
  const submit = async () => {
    if (expectedHours === null) return;
    const common = { id: running.id, level, reason, expectedHours, measures, actions: orders };
    const done = superior.isFollowing
      ? await following.run(
          {
            ...common,
            superiorName: superior.name,
            reference: superior.reference,
            decidedAt: superior.decidedAt ?? '',
            ...(superior.authority ? { authority: superior.authority } : {}),
          },
          { version },
        )
      : await changing.run(common, { version });
    if (done) go(`/incidents/${incident.id}`);
  };
  const words = { level: say(labelOf(RESPONSE_LEVELS, level)) };
  const label = superior.isFollowing
    ? filled(WORDS.follow, words)
    : isHigher(level, running.level)
      ? filled(WORDS.adds, { ...words, count: `${orders.length}` })
      : filled(WORDS.lower, { ...words, count: `${view.data?.withdraws.length ?? 0}` });
  const fault = superior.isFollowing ? undefined : view.data?.fault;
  const actions: Action[] = [
    {
      key: 'change',
      kind: 'main',
      label,
      act: () => void submit(),
      isBusy: command.isRunning,
      reason: fault ?? (hasGap ? WORDS.nobody : isComplete ? undefined : WORDS.incomplete),
    },
    { key: 'cancel', label: WORDS.cancel, act: () => go(`/incidents/${incident.id}`) },
  ];
  return (
    <>
      <Section title={{ zh: incident.title, en: incident.title }}>
        <ChoiceField
          label={WORDS.to}
          as="buttons"
          choices={RESPONSE_LEVELS.map(({ id, label: name }) => ({ value: id, label: name }))}
          value={level}
          onChange={(to) => {
            draft.forgetMeasures();
            setSearch({ level: to });
          }}
          hint={filled(WORDS.now, { level: say(labelOf(RESPONSE_LEVELS, running.level)) })}
        />
        {view.data && (
          <p>
            <span className="soft">{say(WORDS.conditions)}</span> {view.data.conditions}
          </p>
        )}
        <TextAreaField
          label={WORDS.reason}
          name="reason"
          value={reason}
          onChange={setReason}
          maxLength={500}
          isRequired
        />
        <Superior superior={superior} onChange={setSuperior} />
      </Section>
      <Shown of={view} rows={8}>
        {({ adds, withdraws, keeps }) => (
          <>
            <ActivationStatement statement={draft.statement} onChange={draft.state} isMatterFixed />
            {adds.length > 0 && <ActivationLines lines={draft.lines} onChange={draft.change} />}
            {withdraws.length > 0 && <KeptOrders title={WORDS.withdraws} orders={withdraws} />}
            {keeps.length > 0 && <KeptOrders title={WORDS.keeps} orders={keeps} />}
          </>
        )}
      </Shown>
      <ActionBar actions={actions}>
        {(fault || hasGap) && <span className="soft">{say(fault ?? WORDS.nobody)}</span>}
        {command.problem && (
          <p className="problem" role="alert">
            {say(command.problem.phrase)}{' '}
            {command.problem.key === 'record.changed' && (
              <Button
                onClick={() => {
                  setVersion(running.version);
                  command.clear();
                }}
              >
                {say({ zh: '按现在的级别重新核对', en: 'Look again at the level of now' })}
              </Button>
            )}
          </p>
        )}
      </ActionBar>
    </>
  );
}

const filled = (phrase: Phrase, words: Record<string, string>): Phrase => ({
  zh: phrase.zh.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? ''),
  en: phrase.en.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? ''),
});
