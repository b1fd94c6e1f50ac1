import { useState } from 'react';
import { fill, type Phrase } from '../../kernel/phrases.ts';
import { Form, FormActions, TextField } from '../design-system/web.ts';
import { useRules } from '../rule-sets/web.ts';
import { ACCESS_RULES, isAdministrator } from './access.rules.ts';
import { post, useAttempt } from './attempt.part.tsx';
import { useViewer } from './session.part.tsx';

const WORDS = {
  change: { zh: '修改口令', en: 'Change password' },
  current: { zh: '当前口令', en: 'Present password' },
  next: { zh: '新口令', en: 'New password' },
  again: { zh: '再输一次新口令', en: 'New password again' },
  differs: { zh: '两次输入不一致', en: 'The two are not the same' },
} as const satisfies Record<string, Phrase>;

const RULE: Phrase = {
  zh: '至少 {length} 个字符，大写、小写、数字、符号中至少 {classes} 类',
  en: 'At least {length} characters, {classes} of: upper case, lower case, digits, others',
};

/** What a new password must be like, for these people. */
export function usePasswordHint(isOfAdministrator: boolean): Phrase | undefined {
  const rules = useRules(ACCESS_RULES)?.values;
  if (!rules) return undefined;
  const { minLength, minLengthAdministrator, classes } = rules.password;
  return fill(RULE, { length: isOfAdministrator ? minLengthAdministrator : minLength, classes });
}

/** Changes one's own password; all other sessions end. */
export function PasswordForm({ onChanged }: { onChanged: () => void | Promise<void> }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  const { hats } = useViewer();
  const hint = usePasswordHint(isAdministrator(hats.map(({ role }) => role)));
  const { isBusy, problem, attempt } = useAttempt();
  const submit = () => {
    setDiffers(next !== again);
    if (next !== again) return;
    void attempt(async () => {
      await post('/api/accounts/change-password', { current, next });
      setCurrent('');
      setNext('');
      setAgain('');
      await onChanged();
    });
  };
  return (
    <Form onSubmit={submit} problem={problem}>
      <TextField
        label={WORDS.current}
        name="current"
        type="password"
        autoComplete="current-password"
        isRequired
        value={current}
        onChange={setCurrent}
      />
      <TextField
        label={WORDS.next}
        name="next"
        type="password"
        autoComplete="new-password"
        hint={hint}
        isRequired
        value={next}
        onChange={setNext}
      />
      <TextField
        label={WORDS.again}
        name="again"
        type="password"
        autoComplete="new-password"
        hint={differs ? WORDS.differs : undefined}
        isRequired
        value={again}
        onChange={setAgain}
      />
      <FormActions submit={WORDS.change} isBusy={isBusy} />
    </Form>
  );
}
