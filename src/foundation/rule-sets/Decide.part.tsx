import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { serverNow, useCommand } from '../api/web.ts';
import { Dialog, Form, FormActions, TextAreaField, Time, useSay } from '../design-system/web.ts';
import type { approve, reject, revoke } from './rule-sets.commands.ts';
import type { RuleVersion } from './rule-words.part.tsx';

const WORDS = {
  reason: { zh: '意见', en: 'Reason' },
  from: { zh: '自该时间起生效：', en: 'Takes effect: ' },
  atOnce: {
    zh: '拟生效时间已过，批准后立即生效；不追溯此前的记录。',
    en: 'The day asked for has passed: it takes effect at once, and judges nothing that happened before.',
  },
} as const satisfies Record<string, Phrase>;

/** The second person's word: approval may stand alone, a refusal and a revocation say why. */
export function Decide({
  step,
  title,
  version,
  onClose,
}: {
  step: 'approve' | 'reject' | 'revoke';
  title: Phrase;
  version: RuleVersion;
  onClose: () => void;
}) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const deciding = useCommand<typeof approve | typeof reject | typeof revoke>(`ruleSets.${step}`);
  const isPast = new Date(version.effectiveFrom) <= serverNow();
  const submit = async () => {
    const done = await deciding.run({ id: version.id, reason }, { version: version.version });
    if (done) onClose();
  };
  return (
    <Dialog title={say(title)} isOpen onClose={onClose}>
      <Form onSubmit={() => void submit()} problem={deciding.problem} isWaiting={deciding.isWaiting}>
        {step === 'approve' && (
          <p>
            {isPast ? (
              say(WORDS.atOnce)
            ) : (
              <>
                {say(WORDS.from)}
                <Time at={version.effectiveFrom} />
              </>
            )}
          </p>
        )}
        <TextAreaField
          label={WORDS.reason}
          name="reason"
          isRequired={step !== 'approve'}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
        <FormActions submit={title} isBusy={deciding.isRunning} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
