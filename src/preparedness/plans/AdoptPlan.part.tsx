import { useCommand } from '../../foundation/api/web.ts';
import { Dialog, Facts, Form, FormActions, useSay } from '../../foundation/design-system/web.ts';
import { fill } from '../../kernel/phrases.ts';
import { inputOf } from './plan-draft.part.tsx';
import type { Changes, PlanDraft } from './plan-draft.rules.ts';
import { NUMERALS } from './plan-words.part.tsx';
import type { adopt } from './plans.commands.ts';

const WORDS = {
  title: { zh: '发布第 {edition} 版', en: 'Adopt edition {edition}' },
  added: { zh: '新增条款', en: 'New clauses' },
  changed: { zh: '改动条款', en: 'Changed clauses' },
  removed: { zh: '删去条款', en: 'Clauses taken out' },
  levels: { zh: '改动级别', en: 'Changed levels' },
  effect: {
    zh: '发布后立即生效，上一版转为「已被替代」；已启动的响应按原版继续。',
    en: 'It is in force at once and the edition before it is superseded; responses that run go on as they are.',
  },
} as const;

/** The one confirmation: what is different, and what adopting it does. */
export function AdoptPlan({
  draft,
  changes,
  edition,
  isOpen,
  onClose,
  onAdopted,
}: {
  draft: PlanDraft;
  changes: Changes;
  edition: number;
  isOpen: boolean;
  onClose: () => void;
  onAdopted: (id: string) => void;
}) {
  const say = useSay();
  const adopting = useCommand<typeof adopt>('plans.adopt');
  const title = fill(WORDS.title, { edition });
  const submit = async () => {
    const adopted = await adopting.run(inputOf(draft));
    if (adopted) onAdopted(adopted.id);
  };
  return (
    <Dialog title={say(title)} isOpen={isOpen} onClose={onClose}>
      <Form onSubmit={() => void submit()} problem={adopting.problem} isWaiting={adopting.isWaiting}>
        <p>{draft.name}</p>
        <Facts
          facts={[
            { label: WORDS.added, value: changes.added.join('、') },
            { label: WORDS.changed, value: changes.changed.join('、') },
            { label: WORDS.removed, value: changes.removed.join('、') },
            { label: WORDS.levels, value: changes.levels.map((level) => NUMERALS[level] ?? level).join('、') },
          ]}
        />
        <p className="soft">{say(WORDS.effect)}</p>
        {adopting.problem?.details.map(({ field, message }) => (
          <p key={field} className="field-problem">
            {field}: {say(message)}
          </p>
        ))}
        <FormActions submit={title} isBusy={adopting.isRunning} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
