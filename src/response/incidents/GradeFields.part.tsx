import { Button, ChoiceField, TextAreaField, useSay } from '../../foundation/design-system/web.ts';
import { INCIDENT_GRADES, type IncidentGrade } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { useRules } from '../../foundation/rule-sets/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { COMMAND_AUTHORITY, commandAuthorityFor } from './incident.rules.ts';
import type { IncidentPartProps } from './incident-anchors.part.tsx';

/** Who takes command by the grade that is about to be given (北京市实施《突发事件应对法》办法 第46条). */
const HINTS = {
  district_committee: { zh: '由区应急委统一指挥', en: 'The district commands' },
  city_headquarters: {
    zh: '由市专项应急指挥部指挥，须立即报市',
    en: "The city's special headquarters command; report at once",
  },
  city_committee: { zh: '由市应急委指挥，须立即报市', en: "The city's emergency committee commands; report at once" },
} as const satisfies Record<string, Phrase>;

const SUGGESTED: Phrase = { zh: '按数字为{grade}：', en: 'By the figures it is {grade}:' };
const TAKE_OVER: Phrase = { zh: '采用', en: 'Use it' };
const REASON: Phrase = { zh: '定级理由', en: 'Reason for the grade' };

/** 定级 by hand: no grade is chosen beforehand, because 一般 is not a default. */
export function GradeFields({
  grade,
  reason,
  onChange,
  reasonName,
  isRequired,
  suggestion,
}: {
  grade: IncidentGrade | undefined;
  reason: string;
  onChange: (changes: { grade?: IncidentGrade; reason?: string }) => void;
  /** Its name in the command's input. */
  reasonName: string;
  isRequired: boolean;
  /** What the figures reach; a person takes it over or decides otherwise. */
  suggestion?: IncidentPartProps['incident']['suggestedGrade'] | undefined;
}) {
  const say = useSay();
  const rule = useRules(COMMAND_AUTHORITY)?.values;
  return (
    <>
      {suggestion && (
        <p className="row">
          <span>
            {say(SUGGESTED, { grade: say(labelOf(INCIDENT_GRADES, suggestion.grade)) })} {say(suggestion.criterion)}
          </span>
          <span className="soft">{suggestion.citation}</span>
          <Button
            onClick={() =>
              onChange({ grade: suggestion.grade, reason: `${suggestion.criterion.zh}（${suggestion.citation}）` })
            }
          >
            {say(TAKE_OVER)}
          </Button>
        </p>
      )}
      <ChoiceField
        label={{ zh: '事件等级', en: 'Grade' }}
        name="grade"
        value={grade}
        onChange={(next) => onChange({ grade: next })}
        choices={INCIDENT_GRADES.toReversed().map(({ id, label }) => ({ value: id, label }))}
        as="buttons"
        hint={grade && rule ? HINTS[commandAuthorityFor(grade, rule)] : undefined}
        isRequired={isRequired}
      />
      <TextAreaField
        label={REASON}
        name={reasonName}
        value={reason}
        onChange={(next) => onChange({ reason: next })}
        rows={2}
        maxLength={500}
        isRequired={isRequired || grade !== undefined}
      />
    </>
  );
}
