import { Button, LevelBadge, NumberField, Section, TextAreaField, useSay } from '../../foundation/design-system/web.ts';
import { RESPONSE_LEVELS, type ResponseLevel } from '../../foundation/incident-kinds/define.ts';
import { planLevel } from '../plans/plan-level.register.ts';
import type { LevelDraft, PlanDraft } from './plan-draft.rules.ts';

const { fields } = planLevel;
const WORDS = {
  title: { zh: '响应级别', en: 'Response levels' },
  add: { zh: '增加{level}', en: 'Add {level}' },
  remove: { zh: '去掉{level}', en: 'Take {level} out' },
} as const;

/** When each level starts, how long it lasts, what is done; a plan may have fewer than four. */
export function EditLevels({ draft, onChange }: { draft: PlanDraft; onChange: (change: Partial<PlanDraft>) => void }) {
  const say = useSay();
  const given = new Map(draft.levels.map((level) => [level.level, level]));
  const order = RESPONSE_LEVELS.map(({ id }) => id);
  const put = (next: LevelDraft) =>
    onChange({
      levels: [...draft.levels.filter(({ level }) => level !== next.level), next].sort(
        (one, other) => order.indexOf(one.level) - order.indexOf(other.level),
      ),
    });
  const remove = (gone: ResponseLevel) => onChange({ levels: draft.levels.filter(({ level }) => level !== gone) });
  return (
    <Section title={WORDS.title}>
      {RESPONSE_LEVELS.map(({ id, label }) => {
        const level = given.get(id);
        return level ? (
          <fieldset key={id} className="plan-level">
            <legend>
              <LevelBadge level={id} />
            </legend>
            <Level level={level} onChange={put} />
            <Button onClick={() => remove(id)}>{say(WORDS.remove, { level: say(label) })}</Button>
          </fieldset>
        ) : (
          <div key={id}>
            <Button onClick={() => put({ level: id, conditions: '', expectedHours: null, measures: '' })}>
              {say(WORDS.add, { level: say(label) })}
            </Button>
          </div>
        );
      })}
    </Section>
  );
}

function Level({ level, onChange }: { level: LevelDraft; onChange: (next: LevelDraft) => void }) {
  return (
    <div className="plan-level-fields">
      <TextAreaField
        label={fields.conditions.label}
        value={level.conditions}
        onChange={(conditions) => onChange({ ...level, conditions })}
        maxLength={2000}
        isRequired
      />
      <TextAreaField
        label={fields.measures.label}
        value={level.measures}
        onChange={(measures) => onChange({ ...level, measures })}
        maxLength={4000}
        isRequired
      />
      <NumberField
        label={fields.expectedHours.label}
        value={level.expectedHours}
        onChange={(expectedHours) => onChange({ ...level, expectedHours })}
        min={1}
        max={8760}
        isRequired
      />
    </div>
  );
}
