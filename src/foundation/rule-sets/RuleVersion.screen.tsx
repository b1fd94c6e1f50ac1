import { useState } from 'react';
import { type OutputOf, useCommand, useView } from '../api/web.ts';
import {
  type Action,
  ActionBar,
  ChoiceField,
  Facts,
  Go,
  go,
  RecordPage,
  Section,
  Shown,
  Time,
  useKeys,
  useParams,
  useSay,
  useSearch,
} from '../design-system/web.ts';
import { RecordTimeline } from '../timeline/web.ts';
import { Decide } from './Decide.part.tsx';
import { ruleSetVersion } from './rule-set-version.register.ts';
import type { submit, withdraw } from './rule-sets.commands.ts';
import type { record } from './rule-sets.views.ts';
import { Assumed, Effect, type RuleVersion, VERSION, VersionState } from './rule-words.part.tsx';
import { TryOut } from './TryOut.part.tsx';
import { ValuesTable } from './ValuesTable.part.tsx';
import './rule-sets.css';

type Answer = OutputOf<typeof record>;

const { fields } = ruleSetVersion;
const WORDS = {
  back: { zh: '返回规则', en: 'Back to the rule' },
  figures: { zh: '数值', en: 'Figures' },
  about: { zh: '说明', en: 'About' },
  against: { zh: '对照版本', en: 'Compared with' },
  tryOut: { zh: '试算', en: 'Try-out' },
  timeline: { zh: '大事记', en: 'Timeline' },
  revise: { zh: '修改草稿', en: 'Revise the draft' },
  submit: { zh: '提交审批', en: 'Submit' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  approve: { zh: '批准', en: 'Approve' },
  reject: { zh: '不批准', en: 'Reject' },
  revoke: { zh: '撤销批准', en: 'Revoke' },
  overtaken: {
    zh: '拟定时现行的是第 {basedOn} 版，现在现行的是第 {inForce} 版，请对照后再定。',
    en: 'Version {basedOn} was in force when this was written; version {inForce} is now. Compare before deciding.',
  },
  other: { zh: '须由提出人以外、担任「{role}」的人审批', en: 'To be decided by somebody else who is: {role}' },
} as const;

/** One version: what it would change, what that would have meant, and who decided. */
export default function RuleVersionFile() {
  const { id = '' } = useParams();
  const view = useView<typeof record>('ruleSets.record', { id });
  const name = view.data?.kind.name;
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go(name ? `/rule-sets/${name}` : '/rule-sets') }]);
  return <Shown of={view}>{(shown) => <File shown={shown} />}</Shown>;
}

function File({ shown }: { shown: Answer }) {
  const { kind, version } = shown;
  const say = useSay();
  const title = `${say(kind.label)} ${say(VERSION, version)}`;
  const isOvertaken =
    version.basedOn !== null &&
    version.basedOn !== kind.inForce &&
    (version.state === 'draft' || version.state === 'submitted');
  return (
    <RecordPage
      title={title}
      badges={
        <>
          <VersionState version={version} file={kind} />
          <Assumed isAssumed={version.isAssumed} />
        </>
      }
      owner={<Go to={`/rule-sets/${kind.name}`}>{say(kind.label)}</Go>}
      timeline={
        <>
          <h2>{say(WORDS.timeline)}</h2>
          <RecordTimeline register="rule_set_version" id={version.id} />
        </>
      }
      actions={<Steps shown={shown} />}
    >
      {isOvertaken && (
        <p className="stale-note" role="status">
          {say(WORDS.overtaken, { basedOn: version.basedOn ?? '', inForce: kind.inForce })}
        </p>
      )}
      <Section title={WORDS.figures}>
        <Comparison shown={shown} />
      </Section>
      {kind.hasTryOut && (
        <Section title={WORDS.tryOut}>
          <TryOut id={version.id} />
        </Section>
      )}
      <Section title={WORDS.about}>
        <Facts
          facts={[
            { label: fields.inForceFrom.label, value: <Effect version={version} /> },
            { label: fields.citation.label, value: version.citation },
            { label: fields.note.label, value: version.note },
            { label: fields.proposedBy.label, value: version.proposerName },
            { label: fields.submittedAt.label, value: version.submittedAt && <Time at={version.submittedAt} /> },
            { label: fields.decidedBy.label, value: version.deciderName },
            { label: fields.decidedAt.label, value: version.decidedAt && <Time at={version.decidedAt} /> },
            { label: fields.decisionReason.label, value: version.decisionReason },
          ]}
        />
      </Section>
    </RecordPage>
  );
}

/** Beside the version in force, or beside the one before where this is the one in force; any other can be chosen. */
function Comparison({ shown: { kind, version } }: { shown: Answer }) {
  const say = useSay();
  const [search, change] = useSearch();
  const others = kind.versions.filter((one) => one.id !== version.id);
  const usual =
    others.find((one) => one.versionNumber === kind.inForce) ??
    others.find((one) => one.state === 'approved' && one.versionNumber < version.versionNumber);
  const against = others.find((one) => String(one.versionNumber) === search.with) ?? usual;
  const titleOf = (one: RuleVersion) => say(VERSION, one);
  return (
    <>
      {others.length > 1 && against && (
        <ChoiceField
          label={WORDS.against}
          isRequired
          value={String(against.versionNumber)}
          onChange={(number) => change({ with: number })}
          choices={others.map((one) => ({ value: String(one.versionNumber), label: numbered(one) }))}
        />
      )}
      <ValuesTable
        leaves={kind.leaves}
        of={{ title: titleOf(version), values: version.values }}
        against={against && { title: titleOf(against), values: against.values }}
      />
    </>
  );
}

const numbered = ({ versionNumber }: RuleVersion) => ({ zh: `第 ${versionNumber} 版`, en: `Version ${versionNumber}` });

function Steps({ shown: { kind, version, steps } }: { shown: Answer }) {
  const say = useSay();
  const [deciding, setDeciding] = useState<'approve' | 'reject' | 'revoke'>();
  const submitting = useCommand<typeof submit>('ruleSets.submit');
  const withdrawing = useCommand<typeof withdraw>('ruleSets.withdraw');
  const options = { version: version.version };
  const acts: Record<(typeof steps)[number], Omit<Action, 'key' | 'label'>> = {
    revise: { act: () => go(`/rule-sets/${kind.name}/proposal?draft=${version.id}`) },
    submit: {
      kind: 'main',
      isBusy: submitting.isRunning,
      act: () => void submitting.run({ id: version.id }, options),
    },
    withdraw: { isBusy: withdrawing.isRunning, act: () => void withdrawing.run({ id: version.id }, options) },
    approve: { kind: 'main', act: () => setDeciding('approve') },
    reject: { act: () => setDeciding('reject') },
    revoke: { kind: 'danger', act: () => setDeciding('revoke') },
  };
  const problem = submitting.problem ?? withdrawing.problem;
  return (
    <>
      <ActionBar actions={steps.map((step) => ({ key: step, label: WORDS[step], ...acts[step] }))}>
        {version.state === 'submitted' && !steps.includes('approve') && (
          <p className="soft">{say(WORDS.other, { role: say(kind.approver.label) })}</p>
        )}
        {problem && (
          <p className="problem" role="alert">
            {say(problem.phrase)}
          </p>
        )}
      </ActionBar>
      {deciding && (
        <Decide step={deciding} title={WORDS[deciding]} version={version} onClose={() => setDeciding(undefined)} />
      )}
    </>
  );
}
