import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { Button, Form, FormActions, TextField, usePageTitle, useSay } from '../design-system/web.ts';
import { post, useAttempt, whoAmI } from './attempt.part.tsx';
import { EnrolFactor } from './EnrolFactor.part.tsx';
import { PasswordForm } from './PasswordForm.part.tsx';
import { signOut, type WebViewer } from './session.part.tsx';

const WORDS = {
  password: { zh: '修改口令', en: 'Change your password' },
  passwordWhy: { zh: '首次登录或口令到期，须先修改口令。', en: 'A first or expired password must be changed first.' },
  factor: { zh: '绑定动态口令', en: 'Enrol an authenticator' },
  factorWhy: { zh: '您的岗位要求双因素登录。', en: 'Your post needs a second factor.' },
  code: { zh: '动态口令', en: 'One-time code' },
  known: { zh: '我已绑定，直接输入动态口令', en: 'I have an authenticator already' },
  go: { zh: '继续', en: 'Go on' },
  out: { zh: '退出登录', en: 'Sign out' },
} as const satisfies Record<string, Phrase>;

/** What a half-open session owes before anything else: a new password, or an authenticator. */
export default function Owed({ viewer, onViewer }: { viewer: WebViewer; onViewer: (viewer: WebViewer) => void }) {
  const say = useSay();
  return (
    <div className="entrance">
      <main>
        {viewer.mustChangePassword ? <NewPassword onViewer={onViewer} /> : <SecondFactor onViewer={onViewer} />}
      </main>
      <footer>
        <Button kind="bare" onClick={() => void signOut()}>
          {say(WORDS.out)}
        </Button>
      </footer>
    </div>
  );
}

function NewPassword({ onViewer }: { onViewer: (viewer: WebViewer) => void }) {
  const say = useSay();
  usePageTitle(say(WORDS.password));
  return (
    <>
      <h1>{say(WORDS.password)}</h1>
      <p>{say(WORDS.passwordWhy)}</p>
      <PasswordForm onChanged={async () => onViewer(await whoAmI())} />
    </>
  );
}

function SecondFactor({ onViewer }: { onViewer: (viewer: WebViewer) => void }) {
  const say = useSay();
  const [isEnrolled, setEnrolled] = useState(false);
  usePageTitle(say(WORDS.factor));
  return (
    <>
      <h1>{say(WORDS.factor)}</h1>
      <p>{say(WORDS.factorWhy)}</p>
      {isEnrolled ? (
        <KnownFactor onViewer={onViewer} />
      ) : (
        <EnrolFactor onEnrolled={async () => onViewer(await whoAmI())}>
          <Button onClick={() => setEnrolled(true)}>{say(WORDS.known)}</Button>
        </EnrolFactor>
      )}
    </>
  );
}

function KnownFactor({ onViewer }: { onViewer: (viewer: WebViewer) => void }) {
  const [code, setCode] = useState('');
  const { isBusy, problem, attempt } = useAttempt();
  const confirm = () => attempt(async () => onViewer(await post<WebViewer>('/api/session/unlock', { code })));
  return (
    <Form onSubmit={() => void confirm()} problem={problem}>
      <TextField
        label={WORDS.code}
        name="code"
        autoComplete="one-time-code"
        maxLength={6}
        isRequired
        autoFocus
        value={code}
        onChange={setCode}
      />
      <FormActions submit={WORDS.go} isBusy={isBusy} />
    </Form>
  );
}
