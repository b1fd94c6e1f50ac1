import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import { Dialog, Form, FormActions, TextAreaField, useSay } from '../../foundation/design-system/web.ts';
import type { IntakePartProps } from '../intake/web.ts';
import type { unmerge } from './incidents.commands.ts';

const WORDS = {
  title: { zh: '撤销并入', en: 'Undo the merge' },
  reason: { zh: '为什么不是同一事件', en: 'Why it is another matter' },
  hint: {
    zh: '接报回到待处理，可另行立案；书面初报时限不重新计算。',
    en: 'The report waits to be decided on; its limit does not start anew.',
  },
} as const;

/** On a report that was merged by mistake: it leaves the incident, with a reason. */
export function UnmergeDialog({ report, onClose }: IntakePartProps & { onClose: () => void }) {
  const say = useSay();
  const undoing = useCommand<typeof unmerge>('incidents.unmerge');
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (await undoing.run({ intakeId: report.id, reason })) onClose();
  };
  return (
    <Dialog title={say(WORDS.title)} isOpen onClose={onClose}>
      <Form onSubmit={() => void submit()} problem={undoing.problem} isWaiting={undoing.isWaiting}>
        <TextAreaField
          label={WORDS.reason}
          name="reason"
          value={reason}
          onChange={setReason}
          hint={WORDS.hint}
          maxLength={500}
          isRequired
        />
        <FormActions submit={WORDS.title} isBusy={undoing.isRunning} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
