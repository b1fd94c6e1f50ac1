import { useState } from 'react';
import { useCommand } from '../../api/web.ts';
import { Form, FormActions, TextAreaField, TextField, useSay } from '../../design-system/web.ts';
import type { approve, assess, prepare, reject } from '../destruction-sheets.commands.ts';
import { retentionAssessment } from '../retention-assessment.register.ts';

const WORDS = {
  prepare: { zh: '编制销毁单', en: 'Prepare the sheet' },
  prepareHint: {
    zh: '由另一人批准后，到期记录中的个人信息被销毁，不能恢复。',
    en: 'A second person decides; then the personal texts of what is due are gone for good.',
  },
  reason: { zh: '销毁事由', en: 'Reason' },
  usual: { zh: '突发事件应对结束，保存期满（应对法 第85条）', en: 'The response is over and the time of keeping, too' },
  assess: { zh: '留存', en: 'Keep' },
  day: { zh: '年-月-日，如 2026-12-31', en: 'year-month-day, such as 2026-12-31' },
  words: {
    zh: '写明为何仍须留存、留存哪些、如何保护（不少于 20 字）',
    en: 'Why they are still needed, which, how they are guarded (20 characters at least)',
  },
  approve: { zh: '批准并销毁', en: 'Approve and destroy' },
  approveHint: {
    zh: '销毁后任何人不能恢复，旧备份也不能。大事记保留校验值，仍可核验。',
    en: 'Nobody can bring them back, from no backup either. The timeline keeps digests and still verifies.',
  },
  reject: { zh: '不予销毁', en: 'Reject' },
  decision: { zh: '审批意见', en: 'Decision' },
} as const;

const { assessment: assessmentField, keepUntil: dayField } = retentionAssessment.fields;

interface Group {
  readonly causeRegister: string | null;
  readonly causeId: string | null;
  readonly register: string;
}

export function Prepare({ group, onClose }: { group: Group; onClose: () => void }) {
  const say = useSay();
  const preparing = useCommand<typeof prepare>('destructionSheets.prepare');
  const [reason, setReason] = useState(say(WORDS.usual));
  const { causeRegister, causeId, register } = group;
  const submit = async () => {
    const what = causeRegister && causeId ? { causeRegister, causeId } : { register };
    if (await preparing.run({ ...what, reason })) onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={preparing.problem} isWaiting={preparing.isWaiting}>
      <p className="soft">{say(WORDS.prepareHint)}</p>
      <TextAreaField
        label={WORDS.reason}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired
      />
      <FormActions submit={WORDS.prepare} isBusy={preparing.isRunning} onCancel={onClose} />
    </Form>
  );
}

export function Assess({ group, onClose }: { group: Group; onClose: () => void }) {
  const assessing = useCommand<typeof assess>('retentionAssessments.make');
  const [assessment, setAssessment] = useState('');
  const [keepUntil, setKeepUntil] = useState('');
  const submit = async () => {
    const { causeRegister, causeId } = group;
    const input = { causeRegister: causeRegister ?? '', causeId: causeId ?? '', assessment, keepUntil };
    if (await assessing.run(input)) onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={assessing.problem} isWaiting={assessing.isWaiting}>
      <TextAreaField
        label={assessmentField.label}
        name="assessment"
        hint={WORDS.words}
        rows={5}
        value={assessment}
        onChange={setAssessment}
        maxLength={4000}
        isRequired
      />
      <TextField
        label={dayField.label}
        name="keepUntil"
        type="date"
        hint={WORDS.day}
        value={keepUntil}
        onChange={setKeepUntil}
        isRequired
      />
      <FormActions submit={WORDS.assess} isBusy={assessing.isRunning} onCancel={onClose} />
    </Form>
  );
}

export function Decide({ id, kind, onClose }: { id: string; kind: 'approve' | 'reject'; onClose: () => void }) {
  const say = useSay();
  const approving = useCommand<typeof approve>('destructionSheets.approve');
  const rejecting = useCommand<typeof reject>('destructionSheets.reject');
  const [decision, setDecision] = useState('');
  const command = kind === 'approve' ? approving : rejecting;
  const submit = async () => {
    const answer =
      kind === 'approve'
        ? await approving.run({ id, ...(decision ? { decision } : {}) })
        : await rejecting.run({ id, decision });
    if (answer) onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={command.problem} isWaiting={command.isWaiting}>
      {kind === 'approve' && <p className="soft">{say(WORDS.approveHint)}</p>}
      <TextAreaField
        label={WORDS.decision}
        name="decision"
        value={decision}
        onChange={setDecision}
        maxLength={500}
        isRequired={kind === 'reject'}
      />
      <FormActions submit={WORDS[kind]} isBusy={command.isRunning} onCancel={onClose} />
    </Form>
  );
}
