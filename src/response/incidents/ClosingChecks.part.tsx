import { type OutputOf, useView } from '../../foundation/api/web.ts';
import { CheckIcon, Go, Shown, Tag, useSay } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { closing } from './closing.views.ts';

type Checks = OutputOf<typeof closing>['checks'];
type Finding = Checks[number]['findings'][number];

const WEIGHTS = {
  firm: { zh: '必须先办', en: 'must be done first' },
  asked: { zh: '不办须说明', en: 'say why if left' },
  noted: { zh: '提示', en: 'note' },
} as const satisfies Record<string, Phrase>;

/** Looks at what closing asks for; `children` gets what is open and decides what may be done. */
export function useClosing(id: string) {
  return useView<typeof closing>(
    'incidents.closing',
    { id },
    {
      topics: [
        `incident/${id}`,
        'assignment',
        'activation',
        'casualty',
        'leader_instruction',
        'situation_report',
        'street_whistle',
        'department_answer',
      ],
    },
  );
}

export const isLeft = (checks: Checks, weight: keyof typeof WEIGHTS) =>
  checks.some((check) => check.weight === weight && check.findings.length > 0);

/** Each check with its answer; what is open has the way to mend it. */
export function ClosingChecks({ view }: { view: ReturnType<typeof useClosing> }) {
  const say = useSay();
  return (
    <Shown of={view} rows={4}>
      {({ checks }) => (
        <ul className="closing-checks">
          {checks.map(({ name, label, weight, cites, findings }) => (
            <li key={name}>
              {findings.length === 0 ? <CheckIcon /> : <span aria-hidden="true">○</span>}
              <div>
                <p className="row" title={cites}>
                  {say(label)}
                  {findings.length > 0 && <Tag>{say(WEIGHTS[weight])}</Tag>}
                </p>
                {findings.map((finding) => (
                  <Open key={finding.text.en} finding={finding} />
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Shown>
  );
}

function Open({ finding: { text, mend } }: { finding: Finding }) {
  const say = useSay();
  return (
    <p className="row soft">
      {say(text)}
      {mend && <Go to={mend.to}>{say(mend.label)}</Go>}
    </p>
  );
}
