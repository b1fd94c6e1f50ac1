import { ChoiceField, NumberField } from '../../foundation/design-system/web.ts';
import { byClause } from '../plans/define.ts';
import { planAction } from '../plans/plan-action.register.ts';
import type { ActionDraft } from './plan-draft.rules.ts';

const { fields } = planAction;
const AT_ONCE = { value: 'at_once', label: { zh: '启动时（T0）下达', en: 'Goes out at T0' } } as const;

/** When an order goes out: with all others at T0, or when another clause is done, or some minutes after that. */
export function EditWaiting({
  action: { afterClause, delayMinutes },
  others,
  onChange,
}: {
  action: ActionDraft;
  others: readonly ActionDraft[];
  onChange: (change: Partial<ActionDraft>) => void;
}) {
  const clauses = others.toSorted(byClause).map(({ clause, title }) => ({
    value: clause,
    label: { zh: `${clause} ${title} 完成后`, en: `After ${clause} ${title}` },
  }));
  return (
    <>
      <ChoiceField
        label={fields.afterClause.label}
        name="afterClause"
        choices={[AT_ONCE, ...clauses]}
        value={afterClause ?? AT_ONCE.value}
        onChange={(clause) =>
          onChange(
            clause === AT_ONCE.value
              ? { afterClause: null, delayMinutes: null }
              : { afterClause: clause, delayMinutes },
          )
        }
      />
      {afterClause && (
        <NumberField
          label={fields.delayMinutes.label}
          name="delayMinutes"
          value={delayMinutes}
          onChange={(minutes) => onChange({ delayMinutes: minutes })}
          max={525_600}
        />
      )}
    </>
  );
}
