import {
  ChoiceField,
  PickField,
  Section,
  TextAreaField,
  TextField,
  useSay,
} from '../../foundation/design-system/web.ts';
import { INCIDENT_KINDS, type IncidentKindId } from '../../foundation/incident-kinds/define.ts';
import { PLAN_TYPES, plan } from '../plans/plan.register.ts';
import type { PlanDraft } from './plan-draft.rules.ts';

const { fields } = plan;
const WORDS = {
  title: { zh: '概况', en: 'Overview' },
  endHint: {
    zh: '一行一条；终止响应时逐条确认（突发事件应对法第86条）',
    en: 'One a line; each is asked when the response is ended (Art. 86)',
  },
  keyHint: { zh: '各版相同，发布后不能改', en: 'The same in every edition; it cannot be changed later' },
} as const;

/** Name, key, type and the kind of incident it is for. The key ties the editions together. */
export function EditHead({
  draft,
  isNew,
  onChange,
}: {
  draft: PlanDraft;
  isNew: boolean;
  onChange: (change: Partial<PlanDraft>) => void;
}) {
  const say = useSay();
  return (
    <Section title={WORDS.title}>
      <div className="form">
        <TextField
          label={fields.name.label}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          maxLength={200}
          isRequired
        />
        <div className="form-row">
          <TextField
            label={fields.key.label}
            value={draft.key}
            onChange={(key) => onChange({ key })}
            maxLength={60}
            hint={WORDS.keyHint}
            isDisabled={!isNew}
            isRequired
          />
          <ChoiceField
            label={fields.type.label}
            choices={PLAN_TYPES.map(({ id, label }) => ({ value: id as string, label }))}
            value={draft.type}
            onChange={(type) => onChange({ type })}
            isRequired
          />
          <PickField
            label={fields.incidentKind.label}
            items={INCIDENT_KINDS.map(({ id, label }) => ({ value: id, text: say(label) }))}
            value={draft.incidentKind || undefined}
            onChange={(kind) => onChange({ incidentKind: (kind ?? '') as IncidentKindId | '' })}
            isRequired
          />
        </div>
        <TextAreaField
          label={fields.endConditions.label}
          value={draft.endConditions.join('\n')}
          onChange={(text) => onChange({ endConditions: text === '' ? [] : text.split('\n') })}
          hint={WORDS.endHint}
          maxLength={4000}
        />
      </div>
    </Section>
  );
}
