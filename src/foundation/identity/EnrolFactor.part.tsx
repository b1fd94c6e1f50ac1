import { type ReactNode, useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { Form, FormActions, TextField, useSay } from '../design-system/web.ts';
import { type Enrolment, post, useAttempt } from './attempt.part.tsx';

const WORDS = {
  begin: { zh: '开始绑定', en: 'Begin' },
  how: {
    zh: '请用身份验证器扫描二维码，再输入它显示的 6 位数字。',
    en: 'Scan the code with an authenticator and type the 6 digits it shows.',
  },
  picture: { zh: '供身份验证器扫描的二维码', en: 'QR code for your authenticator' },
  secret: { zh: '无法扫描时手工输入：', en: 'To type where no camera is at hand:' },
  code: { zh: '动态口令', en: 'One-time code' },
  confirm: { zh: '启用', en: 'Bring into force' },
} as const satisfies Record<string, Phrase>;

/** Binds an authenticator in two steps: the secret is shown once, its first code brings it into force. */
export function EnrolFactor({
  onEnrolled,
  children,
}: {
  onEnrolled: () => void | Promise<void>;
  /** Beside the first button: another way on. */
  children?: ReactNode;
}) {
  const say = useSay();
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [code, setCode] = useState('');
  const { isBusy, problem, attempt } = useAttempt();
  const begin = () => attempt(async () => setEnrolment(await post<Enrolment>('/api/accounts/enrol-second-factor', {})));
  const confirm = () =>
    attempt(async () => {
      await post('/api/accounts/confirm-second-factor', { code });
      await onEnrolled();
    });
  if (!enrolment) {
    return (
      <Form onSubmit={() => void begin()} problem={problem}>
        <FormActions submit={WORDS.begin} isBusy={isBusy}>
          {children}
        </FormActions>
      </Form>
    );
  }
  return (
    <>
      <p>{say(WORDS.how)}</p>
      <img
        className="qr"
        src={`data:image/svg+xml,${encodeURIComponent(enrolment.picture)}`}
        alt={say(WORDS.picture)}
      />
      <p>
        {say(WORDS.secret)} <code>{enrolment.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
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
        <FormActions submit={WORDS.confirm} isBusy={isBusy} />
      </Form>
    </>
  );
}
