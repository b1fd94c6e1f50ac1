import { useState } from 'react';
import { ApiProblem } from '../../foundation/api/web.ts';
import {
  CheckField,
  ChoiceField,
  CountsField,
  Form,
  FormActions,
  NumberField,
  TextAreaField,
  TextField,
} from '../../foundation/design-system/web.ts';
import { EVIDENCE, FULFILMENTS } from '../../foundation/orders/define.ts';
import { PRIORITIES } from '../../foundation/orders/order.register.ts';
import { UnitField } from '../../foundation/organisation/web.ts';
import type { Choice } from '../../foundation/registers/define.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { CLAUSE, minutesText, NUMERALS } from '../plans/define.ts';
import { PLACE_RULES, planAction, ROLE_CHOICES, UNIT_RULES } from '../plans/plan-action.register.ts';
import { EditWaiting } from './EditWaiting.part.tsx';
import { PostField } from './PostField.part.tsx';
import type { ActionDraft, GroupDraft } from './plan-draft.rules.ts';

const { fields } = planAction;
const WORDS = {
  take: { zh: '改好了', en: 'Take the change' },
  clauseHint: { zh: '数字和点，如 4.2.1', en: 'Numbers with dots, such as 4.2.1' },
  taken: { zh: '这个条款号已有', en: 'This clause is there already' },
  within: { zh: '下达后多少分钟内办结', en: 'Minutes to finish, from going out' },
  names: { zh: '用顿号分开', en: 'Separate them with 、 or a comma' },
  noLevel: { zh: '至少选一个级别', en: 'Choose at least one level' },
} as const satisfies Record<string, Phrase>;

/** The common case: whoever carries it out says so. */
const BY_HAND = { value: 'by_hand', label: { zh: '由承办人办结', en: 'Finished by its people' } } as const;

const choicesOf = <Id extends string>(options: readonly Choice<Id>[]) =>
  options.map(({ id, label }) => ({ value: id, label }));
/** Those of the plan; a name that is in none of them stays choosable, and is told among the checks. */
const groupChoices = (groups: readonly GroupDraft[], now: string) =>
  [...new Set([...groups.map(({ name }) => name), now])]
    .filter(Boolean)
    .map((name) => ({ value: name, label: { zh: name, en: name } }));
const local = (field: string, phrase: Phrase) => new ApiProblem({ key: 'input.field', status: 400, phrase, field });

/** One clause: who does what, until when after T0, where, with what, and what is asked back. */
export function EditAction({
  action,
  levels,
  groups,
  others,
  onTake,
  onCancel,
}: {
  action: ActionDraft;
  levels: readonly string[];
  groups: readonly GroupDraft[];
  others: readonly ActionDraft[];
  onTake: (action: ActionDraft) => void;
  onCancel: () => void;
}) {
  const [draft, setDraft] = useState(action);
  const [resources, setResources] = useState(action.resources.join('、'));
  const [problem, setProblem] = useState<ApiProblem>();
  const set = (change: Partial<ActionDraft>) => setDraft((before) => ({ ...before, ...change }));
  const submit = () => {
    const clause = draft.clause.trim();
    if (!CLAUSE.test(clause)) return setProblem(local('clause', WORDS.clauseHint));
    if (others.some((other) => other.clause === clause)) return setProblem(local('clause', WORDS.taken));
    const chosen = levels.filter((level) => draft.levels.includes(level));
    if (chosen.length === 0) return setProblem(local('levels', WORDS.noLevel));
    const names = resources.split(/[、，,;；\n]/).map((name) => name.trim());
    const delayMinutes = draft.afterClause ? draft.delayMinutes : null;
    onTake({ ...draft, clause, delayMinutes, levels: chosen, resources: names.filter(Boolean) });
  };
  return (
    <Form onSubmit={submit} problem={problem}>
      <div className="form-row">
        <TextField
          label={fields.clause.label}
          name="clause"
          value={draft.clause}
          onChange={(clause) => set({ clause })}
          maxLength={20}
          hint={WORDS.clauseHint}
          isRequired
        />
        <TextField
          label={fields.title.label}
          name="title"
          value={draft.title}
          onChange={(title) => set({ title })}
          maxLength={100}
          isRequired
        />
        {groups.length > 0 ? (
          <ChoiceField
            label={fields.groupName.label}
            name="groupName"
            choices={groupChoices(groups, draft.groupName)}
            value={draft.groupName}
            onChange={(groupName) => set({ groupName })}
            isRequired
          />
        ) : (
          <TextField
            label={fields.groupName.label}
            name="groupName"
            value={draft.groupName}
            onChange={(groupName) => set({ groupName })}
            maxLength={60}
            isRequired
          />
        )}
      </div>
      <TextAreaField
        label={fields.content.label}
        name="content"
        value={draft.content}
        onChange={(content) => set({ content })}
        maxLength={2000}
        isRequired
      />
      <ChoiceField
        label={fields.unitRule.label}
        name="unitRule"
        as="buttons"
        choices={choicesOf(UNIT_RULES)}
        value={draft.unitRule}
        onChange={(unitRule) => set({ unitRule })}
        isRequired
      />
      <div className="form-row">
        {draft.unitRule === 'named' && (
          <UnitField
            label={fields.unitId.label}
            name="unitId"
            value={draft.unitId ?? undefined}
            onChange={(unitId, unitName) =>
              set({ unitId: unitId ?? null, unitName: unitName ?? null, postId: null, postName: null })
            }
            isRequired
          />
        )}
        <ChoiceField
          label={fields.role.label}
          name="role"
          choices={choicesOf(ROLE_CHOICES)}
          value={draft.role}
          onChange={(role) => set({ role })}
          isRequired
        />
        {draft.unitRule === 'named' && draft.unitId && (
          <PostField
            label={fields.postId.label}
            unitId={draft.unitId}
            value={draft.postId}
            onChange={(post) => set({ postId: post?.id ?? null, postName: post?.name ?? null })}
          />
        )}
      </div>
      <div className="form-row">
        <EditWaiting action={draft} others={others} onChange={set} />
        <NumberField
          label={draft.afterClause ? WORDS.within : fields.offsetMinutes.label}
          name="offsetMinutes"
          value={draft.offsetMinutes}
          onChange={(offsetMinutes) => set({ offsetMinutes })}
          max={525_600}
          hint={draft.offsetMinutes === null ? undefined : minutesText(draft.offsetMinutes)}
          isRequired
        />
      </div>
      <div className="form-row">
        <ChoiceField
          label={fields.priority.label}
          name="priority"
          choices={choicesOf(PRIORITIES)}
          value={draft.priority}
          onChange={(priority) => set({ priority })}
          isRequired
        />
        <ChoiceField
          label={fields.placeRule.label}
          name="placeRule"
          choices={choicesOf(PLACE_RULES)}
          value={draft.placeRule}
          onChange={(placeRule) => set({ placeRule })}
          isRequired
        />
      </div>
      <CountsField
        label={fields.evidenceAsked.label}
        name="evidenceAsked"
        options={EVIDENCE}
        value={draft.evidenceAsked}
        onChange={(evidenceAsked) => set({ evidenceAsked })}
      />
      <ChoiceField
        label={fields.fulfilledBy.label}
        name="fulfilledBy"
        choices={[BY_HAND, ...choicesOf(FULFILMENTS)]}
        value={draft.fulfilledBy ?? BY_HAND.value}
        onChange={(deed) => set({ fulfilledBy: deed === BY_HAND.value ? null : deed })}
      />
      <TextField
        label={fields.resources.label}
        name="resources"
        value={resources}
        onChange={setResources}
        hint={WORDS.names}
      />
      <Levels all={levels} chosen={draft.levels} onChange={(chosen) => set({ levels: chosen })} />
      <FormActions submit={WORDS.take} onCancel={onCancel} />
    </Form>
  );
}

function Levels({
  all,
  chosen,
  onChange,
}: {
  all: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}) {
  return (
    <div className="row">
      {all.map((level) => (
        <CheckField
          key={level}
          label={{ zh: `${NUMERALS[level]} 级`, en: `Level ${level}` }}
          isChecked={chosen.includes(level)}
          onChange={(isChecked) => onChange(isChecked ? [...chosen, level] : chosen.filter((other) => other !== level))}
        />
      ))}
    </div>
  );
}
