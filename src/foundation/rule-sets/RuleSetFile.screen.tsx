import { useView } from '../api/web.ts';
import {
  ActionBar,
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
} from '../design-system/web.ts';
import type { ofKind } from './rule-sets.views.ts';
import { Assumed, Effect, type RuleFile, VERSION, VersionLink, VersionState } from './rule-words.part.tsx';
import { ValuesTable } from './ValuesTable.part.tsx';
import './rule-sets.css';

const WORDS = {
  back: { zh: '返回规则', en: 'Back to the rules' },
  current: { zh: '现行数值', en: 'Figures in force' },
  versions: { zh: '各版本', en: 'Versions' },
  propose: { zh: '拟定修改', en: 'Draft a change' },
  law: { zh: '制定依据', en: 'Asked for by' },
  source: { zh: '数值依据', en: 'Source of the figures' },
  since: { zh: '生效时间', en: 'In force since' },
  owner: { zh: '主责（提出修改）', en: 'Owner (proposes changes)' },
  approver: { zh: '审批', en: 'Approver' },
  version: { zh: '版本', en: 'Version' },
  state: { zh: '状态', en: 'State' },
  effect: { zh: '生效时间', en: 'Takes effect' },
  proposer: { zh: '提出', en: 'Proposed by' },
  decider: { zh: '审批', en: 'Decided by' },
  value: { zh: '数值', en: 'Value' },
  shipped: { zh: '初始值', en: 'Initial' },
} as const;

/** One kind of rule: what holds today and on what ground, and every version it ever had. */
export default function RuleSetFile() {
  const { id = '' } = useParams();
  const view = useView<typeof ofKind>('ruleSets.ofKind', { kind: id });
  const path = `/rule-sets/${id}/proposal`;
  useKeys([
    { keys: 'Escape', label: WORDS.back, act: () => go('/rule-sets') },
    ...(view.data?.mayPropose ? [{ keys: 'e', label: WORDS.propose, act: () => go(path) }] : []),
  ]);
  return <Shown of={view}>{(file) => <File file={file} path={path} />}</Shown>;
}

function File({ file, path }: { file: RuleFile; path: string }) {
  const say = useSay();
  const current = file.versions.find((one) => one.versionNumber === file.inForce);
  return (
    <RecordPage
      title={say(file.label)}
      badges={<Assumed isAssumed={current?.isAssumed === true} />}
      owner={say(file.owner.label)}
      actions={
        file.mayPropose && (
          <ActionBar actions={[]}>
            <Go className="button" to={path}>
              {say(WORDS.propose)}
            </Go>
          </ActionBar>
        )
      }
    >
      <Section title={WORDS.current}>
        <p>{say(file.about)}</p>
        <Facts
          facts={[
            { label: WORDS.law, value: file.citation },
            { label: WORDS.source, value: current?.citation },
            { label: WORDS.since, value: <Time at={current?.inForceFrom} /> },
            { label: WORDS.owner, value: say(file.owner.label) },
            { label: WORDS.approver, value: say(file.approver.label) },
          ]}
        />
        <ValuesTable leaves={file.leaves} of={{ title: say(WORDS.value), values: file.current }} />
      </Section>
      <Section title={WORDS.versions}>
        <Versions file={file} />
      </Section>
    </RecordPage>
  );
}

function Versions({ file }: { file: RuleFile }) {
  const say = useSay();
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          {[WORDS.version, WORDS.state, WORDS.effect, WORDS.source, WORDS.proposer, WORDS.decider].map(
            (title, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns stand still
              <th key={index} scope="col">
                {say(title)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {file.versions.map((version) => (
          <tr key={version.id}>
            <th scope="row" data-label={say(VERSION, version)}>
              <VersionLink version={version} />
            </th>
            <td data-label={say(WORDS.state)}>
              <span className="row">
                <VersionState version={version} file={file} />
                <Assumed isAssumed={version.isAssumed} />
              </span>
            </td>
            <td data-label={say(WORDS.effect)}>
              <Effect version={version} />
            </td>
            <td data-label={say(WORDS.source)}>{version.citation}</td>
            <td data-label={say(WORDS.proposer)}>{version.proposerName ?? say(WORDS.shipped)}</td>
            <td data-label={say(WORDS.decider)}>{version.deciderName ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
