import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import {
  Button,
  ChoiceField,
  Dialog,
  Form,
  FormActions,
  NumberField,
  TextField,
  toast,
  useSay,
} from '../design-system/web.ts';
import { useRules } from '../rule-sets/web.ts';
import { ACCESS_RULES, needsSecondFactor } from './access.rules.ts';
import { post, useAttempt } from './attempt.part.tsx';
import { useViewer } from './session.part.tsx';

const WORDS = {
  issue: { zh: '签发密钥', en: 'Issue a key' },
  name: { zh: '用途', en: 'Name' },
  nameHint: { zh: '例如：值班大屏、统计程序', en: 'Such as: wall display, statistics' },
  hat: { zh: '代表岗位', en: 'Acts as' },
  issueFor: { zh: '签发只读密钥', en: 'Issue a key to read it' },
  system: { zh: '使用方（系统名称）', en: 'Consumer (name of the system)' },
  purpose: { zh: '用途', en: 'What for' },
  readsOnly: {
    zh: '此密钥只能读取「{register}」，看到的范围与所选岗位相同；使用方与用途列入数据目录。',
    en: 'This key reads “{register}” alone, as far as the chosen post sees it; the catalogue names consumer and purpose.',
  },
  days: { zh: '有效天数', en: 'Days in force' },
  once: {
    zh: '密钥只显示这一次，请立即保存。程序以 Authorization: Bearer 携带它，权限与所选岗位相同。',
    en: 'The key is shown this once; keep it now. A program sends it as Authorization: Bearer and acts as the chosen post.',
  },
  key: { zh: '密钥', en: 'Key' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  close: { zh: '已保存，关闭', en: 'Kept; close' },
} as const satisfies Record<string, Phrase>;

/** A register that the key is narrowed to reading. */
interface NarrowedTo {
  readonly name: string;
  readonly label: Phrase;
}

/** Issues a key for one of one's posts; those with a second factor have none. Nothing is drawn for administrators. */
export function IssueKey({ register, onIssued }: { register?: NarrowedTo; onIssued: () => void }) {
  const say = useSay();
  const { hats } = useViewer();
  const [isOpen, setOpen] = useState(false);
  const rules = useRules(ACCESS_RULES)?.values;
  const choices = hats
    .filter(({ role }) => rules && !needsSecondFactor([role], rules))
    .map(({ id, unit, postName }) => {
      const words = `${unit.shortName} ${postName}`;
      return { value: id, label: { zh: words, en: words } };
    });
  if (choices.length === 0) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(register ? WORDS.issueFor : WORDS.issue)}</Button>
      <Dialog title={say(register ? WORDS.issueFor : WORDS.issue)} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Issue register={register} choices={choices} onIssued={onIssued} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Issue({
  register,
  choices,
  onIssued,
  onClose,
}: {
  register: NarrowedTo | undefined;
  choices: readonly { value: string; label: Phrase }[];
  onIssued: () => void;
  onClose: () => void;
}) {
  const say = useSay();
  const [name, setName] = useState('');
  const [hatId, setHat] = useState(choices.length === 1 ? choices[0]?.value : undefined);
  const [purpose, setPurpose] = useState('');
  const [days, setDays] = useState<number | null>(90);
  const [key, setKey] = useState<string>();
  const { isBusy, problem, attempt } = useAttempt();
  const send = () =>
    attempt(async () => {
      const issued = await post<{ key: string }>('/api/api-keys/issue', {
        name,
        hatId,
        days: days ?? 90,
        ...(register ? { scope: { registers: [register.name], purpose } } : {}),
      });
      setKey(issued.key);
      onIssued();
    });
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    toast(WORDS.copied);
  };
  if (key) {
    return (
      <div className="form">
        <p>{say(WORDS.once)}</p>
        <code className="secret">{key}</code>
        <div className="form-actions">
          <Button kind="main" onClick={() => void copy(key)}>
            {say(WORDS.copy)}
          </Button>
          <Button onClick={onClose}>{say(WORDS.close)}</Button>
        </div>
      </div>
    );
  }
  return (
    <Form onSubmit={() => void send()} problem={problem}>
      {register && <p>{say(WORDS.readsOnly, { register: say(register.label) })}</p>}
      <TextField
        label={register ? WORDS.system : WORDS.name}
        name="name"
        hint={WORDS.nameHint}
        isRequired
        autoFocus
        maxLength={80}
        value={name}
        onChange={setName}
      />
      {register && (
        <TextField
          label={WORDS.purpose}
          name="scope.purpose"
          isRequired
          maxLength={200}
          value={purpose}
          onChange={setPurpose}
        />
      )}
      <ChoiceField label={WORDS.hat} name="hatId" isRequired choices={choices} value={hatId} onChange={setHat} />
      <NumberField label={WORDS.days} name="days" min={1} max={366} value={days} onChange={setDays} />
      <FormActions submit={WORDS.issue} isBusy={isBusy} onCancel={onClose} />
    </Form>
  );
}
