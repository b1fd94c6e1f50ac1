import type { Phrase } from '../../kernel/phrases.ts';
import type { OutputOf } from '../api/web.ts';
import { Go, Notice, useSay } from '../design-system/web.ts';
import type { record } from './assignments.views.ts';

const WORDS = {
  before: { zh: '本指令代替 {number}', en: 'This order takes the place of {number}' },
  after: { zh: '本指令已由 {number} 代替', en: '{number} has taken the place of this order' },
  open: { zh: '查看 {number}', en: 'See {number}' },
  what: { zh: '变更事项', en: 'What changed' },
  was: { zh: '原为', en: 'Was' },
  is: { zh: '现为', en: 'Is' },
} as const satisfies Record<string, Phrase>;

type Change = OutputOf<typeof record>['change'];

/** Where an order was changed: the one before it with what is different, and the one that has taken its place. */
export function OrderChanges({ change: { before, after } }: { change: Change }) {
  const say = useSay();
  return (
    <>
      {after && <Notice title={say(WORDS.after, { number: after.number })} action={<Open {...after} />} />}
      {before && (
        <>
          <Notice title={say(WORDS.before, { number: before.number })} action={<Open {...before} />} />
          <table className="table table-stacks">
            <thead>
              <tr>
                <th scope="col">{say(WORDS.what)}</th>
                <th scope="col">{say(WORDS.was)}</th>
                <th scope="col">{say(WORDS.is)}</th>
              </tr>
            </thead>
            <tbody>
              {before.differences.map((one) => (
                <tr key={one.label.en}>
                  <th scope="row">{say(one.label)}</th>
                  <td data-label={say(WORDS.was)}>
                    <s>{say(one.before) || '—'}</s>
                  </td>
                  <td data-label={say(WORDS.is)}>
                    <strong>{say(one.after) || '—'}</strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}

function Open({ number, assignmentId }: { number: string; assignmentId: string | null }) {
  const say = useSay();
  return assignmentId ? <Go to={`/assignments/${assignmentId}`}>{say(WORDS.open, { number })}</Go> : null;
}
