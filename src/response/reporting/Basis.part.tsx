import type { OutputOf } from '../../foundation/api/web.ts';
import { Section, Time, useSay } from '../../foundation/design-system/web.ts';
import type { basis } from './basis.views.ts';

const WORDS = {
  title: { zh: '依据的记录', en: 'What it rests on' },
  fact: { zh: '记录', en: 'Record' },
  used: { zh: '起草时', en: 'When drafted' },
  newer: { zh: '起草后新增', en: 'Since then' },
  last: { zh: '最近', en: 'Latest' },
  caught: {
    zh: '正文取自起草时的记录；「起草后新增」没有自动写入。',
    en: 'The text was drawn from what was recorded when it was drafted; what came since is not in it by itself.',
  },
} as const;

type Items = OutputOf<typeof basis>['items'];

export const newerOf = (items: Items) => items.reduce((sum, { newer }) => sum + newer, 0);

/** The facts behind the text, counted by kind, and what has happened since it was drawn. */
export function Basis({ items }: { items: Items }) {
  const say = useSay();
  if (items.length === 0) return null;
  return (
    <Section title={WORDS.title}>
      <table className="table report-basis">
        <thead>
          <tr>
            <th scope="col">{say(WORDS.fact)}</th>
            <th scope="col" className="is-number">
              {say(WORDS.used)}
            </th>
            <th scope="col" className="is-number">
              {say(WORDS.newer)}
            </th>
            <th scope="col">{say(WORDS.last)}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ kind, label, used, newer, lastAt }) => (
            <tr key={kind}>
              <th scope="row">{say(label)}</th>
              <td className="is-number">{used}</td>
              <td className="is-number">{newer > 0 ? <strong>{newer}</strong> : 0}</td>
              <td>
                <Time at={lastAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">{say(WORDS.caught)}</p>
    </Section>
  );
}
