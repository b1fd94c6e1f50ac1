import { Fragment } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { useLanguage, useSay } from '../design-system/web.ts';
import type { NamedLeaf } from './leaf.type.ts';
import { differences, showValue, valueAt } from './values.rules.ts';

const WORDS = {
  item: { zh: '项目', en: 'Figure' },
  changed: { zh: '有变化', en: 'changed' },
} as const satisfies Record<string, Phrase>;

export interface Figures {
  readonly title: string;
  readonly values: unknown;
}

/** Every figure under its heading; with a second set beside it what differs is marked, in words too. */
export function ValuesTable({
  leaves,
  of,
  against,
}: {
  leaves: readonly NamedLeaf[];
  of: Figures;
  against?: Figures | undefined;
}) {
  const say = useSay();
  const language = useLanguage();
  const changed = new Set(against && differences(leaves, against.values, of.values).map(({ leaf }) => leaf.path));
  const sets = against ? [against, of] : [of];
  return (
    <table className="table rule-values">
      <thead>
        <tr>
          <th scope="col">{say(WORDS.item)}</th>
          {sets.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {leaves.map((leaf, index) => (
          <Fragment key={leaf.path}>
            {leaf.group && leaf.group.zh !== leaves[index - 1]?.group?.zh && (
              <tr className="rule-group">
                <th colSpan={sets.length + 1} scope="colgroup">
                  {say(leaf.group)}
                </th>
              </tr>
            )}
            <tr className={changed.has(leaf.path) ? 'is-changed' : undefined}>
              <th scope="row">{say(leaf.label)}</th>
              {sets.map((one) => (
                <td key={one.title}>
                  {showValue(leaf, valueAt(one.values, leaf.path), language)}
                  {one === of && changed.has(leaf.path) && <b className="rule-changed">{say(WORDS.changed)}</b>}
                </td>
              ))}
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
