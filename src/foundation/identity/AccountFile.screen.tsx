import { useState } from 'react';
import { type OutputOf, useCommand, useView } from '../api/web.ts';
import {
  type Action,
  ActionBar,
  Facts,
  Go,
  go,
  RecordPage,
  Section,
  Shown,
  Time,
  useKeys,
  useMay,
  useParams,
  useSay,
} from '../design-system/web.ts';
import { RecordTimeline } from '../timeline/web.ts';
import { AccountDialog, type AccountStep, TITLES } from './AccountDialog.part.tsx';
import { account as register } from './account.register.ts';
import { AccountState, ProofTags } from './account-states.part.tsx';
import type { setLink } from './accounts.commands.ts';
import type { record } from './accounts.views.ts';
import type { accountKeys } from './api-keys.views.ts';
import { Keys } from './Keys.part.tsx';
import { Sessions } from './Sessions.part.tsx';
import { useViewer } from './session.part.tsx';
import type { ofAccount } from './sessions.views.ts';

type Account = OutputOf<typeof record>;

const WORDS = {
  back: { zh: '返回账号列表', en: 'Back to the accounts' },
  proofs: { zh: '登录方式', en: 'Proofs' },
  changed: { zh: '口令更换', en: 'Password since' },
  lastSignIn: { zh: '最近登录', en: 'Last sign-in' },
  sessions: { zh: '打开的会话', en: 'Open sessions' },
  keys: { zh: '接口密钥', en: 'API keys' },
  timeline: { zh: '大事记', en: 'Timeline' },
  mayLink: { zh: '允许关联统一身份', en: 'Let a central identity be linked' },
  mayNotLink: { zh: '取消统一身份关联', en: 'Take the central identity off' },
  own: { zh: '不能对自己的账号办理', en: 'Not on your own account' },
  noFactor: { zh: '未绑定动态口令', en: 'No authenticator is bound' },
} as const;

/** One account: what the system administrator keeps (password, link) and the security administrator guards (the rest). */
export default function AccountFile() {
  const { id = '' } = useParams();
  const view = useView<typeof record>('accounts.record', { id }, { topics: [`account/${id}`] });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/accounts') }]);
  return <Shown of={view}>{(account) => <File account={account} />}</Shown>;
}

function File({ account }: { account: Account }) {
  const say = useSay();
  const may = useMay();
  const { person } = useViewer();
  const [step, setStep] = useState<AccountStep>();
  const linking = useCommand<typeof setLink>('accounts.setLink');
  const isLinkable = account.mayLink || account.isLinked;
  const own = account.personId === person.id ? WORDS.own : undefined;
  const dialog = (name: AccountStep, reason?: Action['reason']): Action => ({
    key: name,
    label: name === 'password' && !account.hasPassword ? TITLES.firstPassword : TITLES[name],
    act: () => setStep(name),
    reason,
    ...(name === 'password' && !account.hasPassword ? { kind: 'main' } : {}),
  });
  const actions: Action[] = [
    ...(may('account.keep')
      ? [
          dialog('password'),
          {
            key: 'link',
            label: isLinkable ? WORDS.mayNotLink : WORDS.mayLink,
            isBusy: linking.isRunning,
            act: () => void linking.run({ id: account.id, mayLink: !isLinkable }, { version: account.version }),
          },
        ]
      : []),
    ...(may('account.guard')
      ? [
          dialog(account.state === 'active' ? 'suspend' : 'restore', own),
          dialog('resetSecondFactor', own ?? (account.hasSecondFactor ? undefined : WORDS.noFactor)),
        ]
      : []),
  ];
  return (
    <RecordPage
      title={account.username}
      badges={<AccountState state={account.state} />}
      owner={<Go to={`/people/${account.personId}`}>{account.personName}</Go>}
      timeline={
        <>
          <h2>{say(WORDS.timeline)}</h2>
          <RecordTimeline register="account" id={account.id} />
        </>
      }
      actions={<ActionBar actions={actions} />}
    >
      <Section title={register.label}>
        <Facts
          facts={[
            { label: WORDS.proofs, value: <ProofTags of={account} /> },
            { label: WORDS.changed, value: account.passwordChangedAt && <Time at={account.passwordChangedAt} /> },
            { label: WORDS.lastSignIn, value: account.lastSignInAt && <Time at={account.lastSignInAt} /> },
          ]}
        />
        {linking.problem && (
          <p className="problem" role="alert">
            {say(linking.problem.phrase)}
          </p>
        )}
      </Section>
      {may('account.guard') && <Guarded accountId={account.id} />}
      <AccountDialog account={account} step={step} onClose={() => setStep(undefined)} />
    </RecordPage>
  );
}

function Guarded({ accountId }: { accountId: string }) {
  const sessions = useView<typeof ofAccount>('sessions.ofAccount', { accountId }, { topics: [`account/${accountId}`] });
  const keys = useView<typeof accountKeys>('apiKeys.ofAccount', { accountId }, { topics: [`account/${accountId}`] });
  return (
    <>
      <Section title={WORDS.sessions}>
        <Shown of={sessions} rows={2}>
          {({ items }) => <Sessions items={items} onChanged={sessions.refresh} />}
        </Shown>
      </Section>
      <Section title={WORDS.keys}>
        <Shown of={keys} rows={2}>
          {({ items }) => <Keys items={items} onChanged={keys.refresh} />}
        </Shown>
      </Section>
    </>
  );
}
