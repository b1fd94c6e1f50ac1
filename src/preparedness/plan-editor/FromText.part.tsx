import { Button, Section, useSay } from '../../foundation/design-system/web.ts';
import { type PlanText, PlanTextClauses } from '../plan-texts/web.ts';
import { blank } from './EditActions.part.tsx';
import { actionFrom } from './from-text.rules.ts';
import type { ActionDraft, PlanDraft } from './plan-draft.rules.ts';

const WORDS = {
  title: { zh: '来源文本', en: 'Source text' },
  take: { zh: '取为行动', en: 'Make it an action' },
  taken: { zh: '已有行动', en: 'Action there' },
} as const;

/** The clauses a plan is made from, beside it; each may become an action, which opens to be completed. */
export function FromText({
  text,
  draft,
  onTake,
}: {
  text: PlanText;
  draft: PlanDraft;
  onTake: (action: ActionDraft) => void;
}) {
  const say = useSay();
  const there = new Set(draft.actions.map(({ clause }) => clause));
  return (
    <Section title={WORDS.title} aside={<span className="soft">{text.title}</span>}>
      <div className="plan-source">
        <PlanTextClauses
          clauses={text.clauses}
          tools={(clause) =>
            there.has(clause.number) ? (
              <span className="soft">{say(WORDS.taken)}</span>
            ) : (
              <Button
                kind="bare"
                aria-label={`${say(WORDS.take)} ${clause.number || clause.heading}`}
                onClick={() => onTake(actionFrom(blank(draft.levels), text.clauses, clause))}
              >
                {say(WORDS.take)}
              </Button>
            )
          }
        />
      </div>
    </Section>
  );
}
