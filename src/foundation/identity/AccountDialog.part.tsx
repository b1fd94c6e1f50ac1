import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { type OutputOf, useCommand } from '../api/web.ts';
import { Button, Dialog, Form, FormActions, TextAreaField, TextField, useSay } from '../design-system/web.ts';
import { useRules } from '../rule-sets/web.ts';
import { ACCESS_RULES } from './access.rules.ts';
import type { resetSecondFactor, restore, suspend } from './accounts.commands.ts';
import type { record } from './accounts.views.ts';
import { post, useAttempt } from './attempt.part.tsx';
import { newPassword } from './new-password.rules.ts';
import { usePasswordHint } from './PasswordForm.part.tsx';

export type AccountStep = 'password' | 'suspend' | 'restore' | 'resetSecondFactor';

export const TITLES = {
  password: { zh: '重置口令', en: 'Reset the password' },
  firstPassword: { zh: '设置初始口令', en: 'Set a first password' },
  suspend: { zh: '停用账号', en: 'Suspend' },
  restore: { zh: '恢复账号', en: 'Restore' },
  resetSecondFactor: { zh: '解除动态口令', en: 'Take the authenticator off' },
} as const satisfies Record<AccountStep | 'firstPassword', Phrase>;

const WORDS = {
  reason: { zh: '理由', en: 'Reason' },
  password: { zh: '初始口令', en: 'First password' },
  make: { zh: '生成', en: 'Make one' },
  passwordHow: {
    zh: '当面交给本人。本人首次登录时必须更换；该账号的其他会话立即结束。',
    en: 'Hand it over in person. It must be changed at the first sign-in; other sessions of the account end at once.',
  },
  suspendHow: {
    zh: '会话和接口密钥立即失效，该人员不能登录，任职不变。',
    en: 'Sessions and keys stop working at once; posts stay as they are.',
  },
  restoreHow: { zh: '恢复后可用原口令登录。', en: 'The former password works again.' },
  factorHow: {
    zh: '请先核实本人身份。解除后会话立即结束；岗位要求双因素的，下次登录须重新绑定。',
    en: 'Make sure who is asking. Sessions end at once; posts that need a second factor bind a new one at the next sign-in.',
  },
} as const satisfies Record<string, Phrase>;

type Account = OutputOf<typeof record>;
interface Props {
  readonly account: Account;
  readonly onClose: () => void;
}

/** What administrators do with an account, each step with its reason. */
export function AccountDialog({ account, step, onClose }: Props & { step: AccountStep | undefined }) {
  const say = useSay();
  if (!step) return null;
  return (
    <Dialog title={`${say(TITLES[step])} · ${account.username}`} isOpen onClose={onClose}>
      {step === 'password' ? (
        <Password account={account} onClose={onClose} />
      ) : (
        <Reasoned key={step} step={step} account={account} onClose={onClose} />
      )}
    </Dialog>
  );
}

const HOW = { suspend: WORDS.suspendHow, restore: WORDS.restoreHow, resetSecondFactor: WORDS.factorHow } as const;

function Reasoned({ step, account, onClose }: Props & { step: keyof typeof HOW }) {
  const say = useSay();
  const stepping = useCommand<typeof suspend | typeof restore | typeof resetSecondFactor>(`accounts.${step}`);
  const [reason, setReason] = useState('');
  const send = async () => {
    if (await stepping.run({ id: account.id, reason }, { version: account.version })) onClose();
  };
  return (
    <Form onSubmit={() => void send()} problem={stepping.problem} isWaiting={stepping.isWaiting}>
      <p>{say(HOW[step])}</p>
      <TextAreaField
        label={WORDS.reason}
        name="reason"
        isRequired
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      <FormActions submit={TITLES[step]} isBusy={stepping.isRunning} onCancel={onClose} />
    </Form>
  );
}

function Password({ account, onClose }: Props) {
  const say = useSay();
  const [password, setPassword] = useState('');
  const rules = useRules(ACCESS_RULES)?.values;
  const hint = usePasswordHint(account.hasSecondFactor);
  const { isBusy, problem, attempt } = useAttempt();
  const send = () =>
    attempt(async () => {
      await post(`/api/accounts/${account.id}/reset-password`, { password });
      onClose();
    });
  return (
    <Form onSubmit={() => void send()} problem={problem}>
      <p>{say(WORDS.passwordHow)}</p>
      <TextField
        label={WORDS.password}
        name="password"
        autoComplete="off"
        hint={hint}
        isRequired
        autoFocus
        value={password}
        onChange={setPassword}
      />
      <FormActions submit={TITLES.password} isBusy={isBusy} onCancel={onClose}>
        <Button disabled={!rules} onClick={() => rules && setPassword(newPassword(rules))}>
          {say(WORDS.make)}
        </Button>
      </FormActions>
    </Form>
  );
}
