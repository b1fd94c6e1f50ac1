import { useCommand } from '../../foundation/api/web.ts';
import { Dialog, Form, FormActions, useSay } from '../../foundation/design-system/web.ts';
import { fill } from '../../kernel/phrases.ts';
import type { Finding } from '../plans/define.ts';
import { type Adopt, Differences } from '../plans/web.ts';
import { inputOf } from './plan-draft.part.tsx';
import { draftDifferences, type PlanDraft } from './plan-draft.rules.ts';

const WORDS = {
  title: { zh: '发布第 {edition} 版', en: 'Adopt edition {edition}' },
  warnings: { zh: '尚有 {count} 处提醒，发布后仍会显示', en: '{count} warnings remain and stay in sight' },
  effect: {
    zh: '发布后立即生效，上一版转为「已被替代」；已启动的响应按原版继续。',
    en: 'It is in force at once and the edition before it is superseded; responses that run go on as they are.',
  },
} as const;

/** The one confirmation: what is different, and what adopting it does. */
export function AdoptPlan({
  draft,
  base,
  findings,
  textId,
  edition,
  isOpen,
  onClose,
  onAdopted,
}: {
  draft: PlanDraft;
  base: PlanDraft;
  findings: readonly Finding[];
  /** The text it was made from. */
  textId?: string | undefined;
  edition: number;
  isOpen: boolean;
  onClose: () => void;
  onAdopted: (id: string) => void;
}) {
  const say = useSay();
  const adopting = useCommand<Adopt>('plans.adopt');
  const title = fill(WORDS.title, { edition });
  const submit = async () => {
    const adopted = await adopting.run(inputOf(draft, textId));
    if (adopted) onAdopted(adopted.id);
  };
  return (
    <Dialog title={say(title)} isOpen={isOpen} onClose={onClose} size="wide">
      <Form onSubmit={() => void submit()} problem={adopting.problem} isWaiting={adopting.isWaiting}>
        <p>{draft.name}</p>
        <Differences differences={isOpen ? draftDifferences(base, draft) : []} />
        {findings.length > 0 && <p className="soft">{say(WORDS.warnings, { count: findings.length })}</p>}
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
