import { useState } from 'react';
import { useView } from '../api/web.ts';
import { Facts, Page, Section, Shown, Time, useSay } from '../design-system/web.ts';
import type { mine } from './accounts.views.ts';
import type { myKeys } from './api-keys.views.ts';
import { EnrolFactor } from './EnrolFactor.part.tsx';
import { IssueKey } from './IssueKey.part.tsx';
import { Keys } from './Keys.part.tsx';
import { PasswordForm } from './PasswordForm.part.tsx';
import { Sessions } from './Sessions.part.tsx';
import { useViewer } from './session.part.tsx';
import type { mine as mySessions } from './sessions.views.ts';

const WORDS = {
  title: { zh: '我的账号', en: 'My account' },
  facts: { zh: '账号', en: 'Account' },
  name: { zh: '姓名', en: 'Name' },
  username: { zh: '用户名', en: 'User name' },
  posts: { zh: '岗位', en: 'Posts' },
  due: { zh: '口令有效至', en: 'Password valid until' },
  password: { zh: '修改口令', en: 'Change password' },
  changed: {
    zh: '口令已更换，其他设备上的会话已结束。',
    en: 'The password is changed; sessions elsewhere have ended.',
  },
  factor: { zh: '动态口令', en: 'One-time code' },
  bound: {
    zh: '已绑定身份验证器。更换手机时，请联系安全管理员解除后重新绑定。',
    en: 'An authenticator is bound. With a new phone, ask the security administrator to take the old one off.',
  },
  unbound: {
    zh: '未绑定。绑定后，登录时除口令外还须输入 6 位动态口令。',
    en: 'None is bound. With one, signing in needs its 6 digits besides the password.',
  },
  sessions: { zh: '我的会话', en: 'My sessions' },
  keys: { zh: '接口密钥', en: 'API keys' },
} as const;

/** One's own account: password, authenticator, where one is signed in, keys for other programs. */
export default function MyAccount() {
  const say = useSay();
  const { person, hats } = useViewer();
  const [hasChanged, setChanged] = useState(false);
  const account = useView<typeof mine>('accounts.mine', {});
  const sessions = useView<typeof mySessions>('sessions.mine', {});
  const keys = useView<typeof myKeys>('apiKeys.mine', {});
  return (
    <Page title={WORDS.title}>
      <Section title={WORDS.facts}>
        <Shown of={account} rows={2}>
          {({ username, passwordDueAt }) => (
            <Facts
              facts={[
                { label: WORDS.name, value: person.name },
                { label: WORDS.username, value: username },
                {
                  label: WORDS.posts,
                  value: hats.map(({ unit, postName }) => `${unit.shortName} ${postName}`).join('、'),
                },
                { label: WORDS.due, value: passwordDueAt && <Time at={passwordDueAt} /> },
              ]}
            />
          )}
        </Shown>
      </Section>
      <div className="columns">
        <Section title={WORDS.password}>
          <PasswordForm
            onChanged={() => {
              setChanged(true);
              account.refresh();
              sessions.refresh();
            }}
          />
          <p role="status">{hasChanged && say(WORDS.changed)}</p>
        </Section>
        <Section title={WORDS.factor}>
          <Shown of={account} rows={2}>
            {({ hasSecondFactor }) => (
              <>
                <p>{say(hasSecondFactor ? WORDS.bound : WORDS.unbound)}</p>
                {!hasSecondFactor && <EnrolFactor onEnrolled={account.refresh} />}
              </>
            )}
          </Shown>
        </Section>
      </div>
      <Section title={WORDS.sessions}>
        <Shown of={sessions} rows={2}>
          {({ items }) => <Sessions items={items} onChanged={sessions.refresh} />}
        </Shown>
      </Section>
      <Section title={WORDS.keys} aside={<IssueKey onIssued={keys.refresh} />}>
        <Shown of={keys} rows={2}>
          {({ items }) => <Keys items={items} onChanged={keys.refresh} />}
        </Shown>
      </Section>
    </Page>
  );
}
