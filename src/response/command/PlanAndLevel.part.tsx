import type { OutputOf } from '../../foundation/api/web.ts';
import { ChoiceField, GradeBadge, PickField, Section, Tag, useSay } from '../../foundation/design-system/web.ts';
import { INCIDENT_KINDS, RESPONSE_LEVELS } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { IncidentRecord } from '../incidents/web.ts';
import type { PlanChoice } from './ActivationPreview.screen.tsx';
import type { Preview } from './activation-draft.part.tsx';

const WORDS = {
  plan: { zh: '预案', en: 'Plan' },
  edition: { zh: '第 {edition} 版', en: 'edition {edition}' },
  level: { zh: '响应级别', en: 'Level' },
  suggested: { zh: '按事件等级建议：{level}', en: 'Suggested by the grade: {level}' },
  conditions: { zh: '启动条件', en: 'Start conditions' },
} as const satisfies Record<string, Phrase>;

/** For what, by which plan, on which level; the level that the grade suggests is marked, a person decides. */
export function PlanAndLevel({
  incident,
  plans,
  planId,
  preview,
  onChange,
}: {
  incident: OutputOf<IncidentRecord>;
  plans: readonly PlanChoice[];
  planId: string;
  preview: Preview | undefined;
  onChange: (choice: { plan?: string; level?: string | undefined }) => void;
}) {
  const say = useSay();
  const suggested = preview && labelOf(RESPONSE_LEVELS, preview.suggestedLevel);
  return (
    <Section title={{ zh: incident.title, en: incident.title }}>
      <p className="row">
        <span className="soft">{incident.number}</span>
        <GradeBadge grade={incident.grade} />
        <Tag>{say(labelOf(INCIDENT_KINDS, incident.kind))}</Tag>
        <span>{incident.placeText}</span>
      </p>
      <div className="activation-choice">
        <PickField
          label={WORDS.plan}
          name="planId"
          value={planId}
          onChange={(plan) => plan && onChange({ plan, level: undefined })}
          items={plans.map(({ id, name, edition }) => ({
            value: id,
            text: name,
            more: say(WORDS.edition, { edition }),
          }))}
          isRequired
        />
        {preview && (
          <ChoiceField
            label={WORDS.level}
            name="level"
            value={preview.level}
            onChange={(level) => onChange({ level })}
            choices={RESPONSE_LEVELS.map(({ id, label }) => ({ value: id, label }))}
            hint={
              suggested && {
                zh: WORDS.suggested.zh.replace('{level}', suggested.zh),
                en: WORDS.suggested.en.replace('{level}', suggested.en),
              }
            }
            as="buttons"
          />
        )}
      </div>
      {preview && (
        <p>
          <span className="soft">{say(WORDS.conditions)}</span> {preview.conditions}
        </p>
      )}
    </Section>
  );
}
