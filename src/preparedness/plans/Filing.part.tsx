import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import {
  Button,
  Countdown,
  Dialog,
  Facts,
  Form,
  FormActions,
  InstantField,
  LateBadge,
  Section,
  TextAreaField,
  TextField,
  Time,
  useSay,
} from '../../foundation/design-system/web.ts';
import type { file } from './filing.commands.ts';
import { plan as register } from './plan.register.ts';
import { FILED_WITH } from './plan-management.rules.ts';
import type { Plan } from './plan-words.part.tsx';

const { fields } = register;
const WORDS = {
  title: { zh: '备案与评估', en: 'Filing and evaluation' },
  file: { zh: '登记备案', en: 'Record the filing' },
  due: { zh: '备案期限', en: 'To be filed by' },
  evaluation: { zh: '应评估时间', en: 'To be evaluated by' },
  cites: {
    zh: '印发后 20 个工作日内备案（管理办法第26条），原则上每 3 年评估一次（第34条）',
    en: 'Filed within 20 working days of issue (Art. 26), evaluated every 3 years (Art. 34)',
  },
  late: { zh: '已超过期限，须说明理由', en: 'The limit has passed: say why' },
} as const;

/** 备案: the clock that runs from the issue, and what was filed where; late or not stays in sight. */
export function Filing({ plan }: { plan: Plan }) {
  const say = useSay();
  const [isFiling, setFiling] = useState(false);
  const { filedAt, filedWith, filingNumber, filingReason, filingDueAt, evaluationDueAt } = plan;
  const isLate = filedAt !== null && filingDueAt !== null && filedAt > filingDueAt;
  return (
    <Section
      id="filing"
      title={WORDS.title}
      aside={plan.mayRenew && !filedAt && <Button onClick={() => setFiling(true)}>{say(WORDS.file)}</Button>}
    >
      <Facts
        facts={[
          {
            label: WORDS.due,
            value: filingDueAt && (
              <span className="row">
                <Time at={filingDueAt} />
                {!filedAt && plan.state === 'in_force' && <Countdown dueAt={filingDueAt} />}
              </span>
            ),
          },
          {
            label: fields.filedAt.label,
            value: filedAt && (
              <span className="row">
                <Time at={filedAt} />
                {isLate && <LateBadge />}
              </span>
            ),
          },
          { label: fields.filedWith.label, value: filedWith },
          { label: fields.filingNumber.label, value: filingNumber },
          { label: fields.filingReason.label, value: filingReason },
          { label: WORDS.evaluation, value: evaluationDueAt && <Time at={evaluationDueAt} /> },
        ]}
      />
      <Dialog title={say(WORDS.file)} isOpen={isFiling} onClose={() => setFiling(false)}>
        <FileForm plan={plan} onDone={() => setFiling(false)} />
      </Dialog>
    </Section>
  );
}

function FileForm({ plan, onDone }: { plan: Plan; onDone: () => void }) {
  const say = useSay();
  const filing = useCommand<typeof file>('plans.file');
  const [filedAt, setFiledAt] = useState<string>();
  const [filedWith, setFiledWith] = useState(FILED_WITH[plan.type] ?? '');
  const [filingNumber, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const isLate = filedAt !== undefined && plan.filingDueAt !== null && filedAt > plan.filingDueAt;
  const submit = async () => {
    if (!filedAt) return;
    const input = { id: plan.id, filedAt, filedWith, filingNumber, ...(isLate ? { reason } : {}) };
    if (await filing.run(input, { version: plan.version })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={filing.problem} isWaiting={filing.isWaiting}>
      <p className="soft">{say(WORDS.cites)}</p>
      <InstantField label={fields.filedAt.label} name="filedAt" value={filedAt} onChange={setFiledAt} isRequired />
      <TextField
        label={fields.filedWith.label}
        name="filedWith"
        value={filedWith}
        onChange={setFiledWith}
        maxLength={200}
        isRequired
      />
      <TextField
        label={fields.filingNumber.label}
        name="filingNumber"
        value={filingNumber}
        onChange={setNumber}
        maxLength={100}
      />
      {isLate && (
        <TextAreaField
          label={fields.filingReason.label}
          name="reason"
          value={reason}
          onChange={setReason}
          maxLength={500}
          hint={WORDS.late}
          isRequired
        />
      )}
      <FormActions submit={WORDS.file} isBusy={filing.isRunning} onCancel={onDone} />
    </Form>
  );
}
