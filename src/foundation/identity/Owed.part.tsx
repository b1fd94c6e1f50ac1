import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { ApiProblem, requestJson } from '../api/web.ts';
import { Button, Form, FormActions, TextField, usePageTitle, useSay } from '../design-system/web.ts';
import { signOut, type WebViewer } from './session.part.tsx';

const WORDS = {
  password: { zh: '修改口令', en: 'Change your password' },
  passwordWhy: { zh: '首次登录或口令到期，须先修改口令。', en: 'A first or expired password must be changed first.' },
  current: { zh: '当前口令', en: 'Present password' },
  next: { zh: '新口令', en: 'New password' },
  factor: { zh: '绑定动态口令', en: 'Enrol an authenticator' },
  factorWhy: {
    zh: '您的岗位要求双因素登录。请用身份验证器扫描二维码，再输入它显示的 6 位数字。',
    en: 'Your post needs a second factor. Scan the code with an authenticator and type the 6 digits it shows.',
  },
  begin: { zh: '开始绑定', en: 'Begin' },
  picture: { zh: '供身份验证器扫描的二维码', en: 'QR code for your authenticator' },
  secret: { zh: '无法扫描时手工输入：', en: 'To type where no camera is at hand:' },
  code: { zh: '动态口令', en: 'One-time code' },
  known: { zh: '我已绑定，直接输入动态口令', en: 'I have an authenticator already' },
  go: { zh: '继续', en: 'Go on' },
  out: { zh: '退出登录', en: 'Sign out' },
} as const satisfies Record<string, Phrase>;

interface Enrolment {
  readonly secret: string;
  readonly picture: string;
}

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

/** Runs one request after the other; what the server refuses is shown in the form. */
function useAttempt() {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, attempt };
}

const whoAmI = () => requestJson<WebViewer>('/api/session');
const post = <T,>(path: string, body: object) => requestJson<T>(path, { method: 'POST', body });

function NewPassword({ onViewer }: { onViewer: (viewer: WebViewer) => void }) {
  const say = useSay();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const { isBusy, problem, attempt } = useAttempt();
  usePageTitle(say(WORDS.password));
  const submit = () =>
    attempt(async () => {
      await post('/api/accounts/change-password', { current, next });
      onViewer(await whoAmI());
    });
  return (
    <>
      <h1>{say(WORDS.password)}</h1>
      <p>{say(WORDS.passwordWhy)}</p>
      <Form onSubmit={() => void submit()} problem={problem}>
        <TextField
          label={WORDS.current}
          name="current"
          type="password"
          autoComplete="current-password"
          isRequired
          autoFocus
          value={current}
          onChange={setCurrent}
        />
        <TextField
          label={WORDS.next}
          name="next"
          type="password"
          autoComplete="new-password"
          isRequired
          value={next}
          onChange={setNext}
        />
        <FormActions submit={WORDS.password} isBusy={isBusy} />
      </Form>
    </>
  );
}

function SecondFactor({ onViewer }: { onViewer: (viewer: WebViewer) => void }) {
  const say = useSay();
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [isEnrolled, setEnrolled] = useState(false);
  const [code, setCode] = useState('');
  const { isBusy, problem, attempt } = useAttempt();
  usePageTitle(say(WORDS.factor));
  const begin = () => attempt(async () => setEnrolment(await post<Enrolment>('/api/accounts/enrol-second-factor', {})));
  const confirm = () =>
    attempt(async () => {
      if (isEnrolled) onViewer(await post<WebViewer>('/api/session/unlock', { code }));
      else {
        await post('/api/accounts/confirm-second-factor', { code });
        onViewer(await whoAmI());
      }
    });
  if (!enrolment && !isEnrolled) {
    return (
      <>
        <h1>{say(WORDS.factor)}</h1>
        <p>{say(WORDS.factorWhy)}</p>
        <Form onSubmit={() => void begin()} problem={problem}>
          <FormActions submit={WORDS.begin} isBusy={isBusy}>
            <Button onClick={() => setEnrolled(true)}>{say(WORDS.known)}</Button>
          </FormActions>
        </Form>
      </>
    );
  }
  return (
    <>
      <h1>{say(WORDS.factor)}</h1>
      {enrolment && (
        <>
          <p>{say(WORDS.factorWhy)}</p>
          <img
            className="qr"
            src={`data:image/svg+xml,${encodeURIComponent(enrolment.picture)}`}
            alt={say(WORDS.picture)}
          />
          <p>
            {say(WORDS.secret)} <code>{enrolment.secret.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
        </>
      )}
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
    </>
  );
}
