import { StateBadge, useSay } from '../design-system/web.ts';
import { ROLES } from '../identity/define.ts';
import type { Lifecycle } from './Lifecycles.screen.tsx';

const HEADS = {
  step: { zh: '步骤', en: 'Step' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  who: { zh: '谁可以办', en: 'Who may' },
  requires: { zh: '必须写明', en: 'Must be given' },
  cites: { zh: '依据', en: 'Source' },
} as const;
const COMMA = { zh: '、', en: ', ' } as const;
const SYSTEM = { zh: '系统', en: 'The system' };

/** The diagram in words: every step with who may take it, what must be given and the rule it comes from. */
export function StepTable({ lifecycle }: { lifecycle: Lifecycle }) {
  const say = useSay();
  const { states, transitions, initial } = lifecycle;
  const named = (name: string) => states.find((state) => state.name === name)?.label ?? { zh: name, en: name };
  const isEnd = (name: string) => !transitions.some(({ from, to }) => from.includes(name) && to !== name);
  const badge = (name: string) => (
    <StateBadge key={name} label={named(name)} tone={isEnd(name) ? 'ended' : name === initial ? 'waiting' : 'active'} />
  );
  return (
    <table className="table lifecycle-table">
      <thead>
        <tr>
          {Object.values(HEADS).map((head) => (
            <th key={head.en} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {transitions.map(({ name, label, from, to, permission, roles, requires, cites }) => (
          <tr key={name}>
            <th scope="row">{say(label)}</th>
            <td data-label={say(HEADS.from)}>
              <span className="row">{from.map(badge)}</span>
            </td>
            <td data-label={say(HEADS.to)}>{badge(to)}</td>
            <td data-label={say(HEADS.who)}>
              <p>{say(permission)}</p>
              <p className="soft">
                {roles.length === 0
                  ? say(SYSTEM)
                  : roles
                      .map((role) => say(ROLES[role as keyof typeof ROLES] ?? { zh: role, en: role }))
                      .join(say(COMMA))}
              </p>
            </td>
            <td data-label={say(HEADS.requires)}>{requires.map((field) => say(field)).join(say(COMMA)) || '—'}</td>
            <td data-label={say(HEADS.cites)}>{cites ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
