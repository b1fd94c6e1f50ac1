import { type OutputOf, useView } from '../../api/web.ts';
import { ChoiceField, Section, Shown, Time, useSay, useSearch } from '../../design-system/web.ts';
import type { difference, versions } from '../official-documents.views.ts';

type Version = OutputOf<typeof versions>['items'][number];
type Row = OutputOf<typeof difference>['rows'][number];

const WORDS = {
  versions: { zh: '稿次', en: 'Versions' },
  number: { zh: '第 {versionNumber} 稿', en: 'Version {versionNumber}' },
  from: { zh: '由', en: 'From' },
  to: { zh: '至', en: 'To' },
  change: { zh: '变化', en: 'Change' },
  same: { zh: '两稿相同', en: 'Both say the same' },
  unchanged: { zh: '{count} 段未变', en: '{count} paragraphs unchanged' },
} as const;
const CHANGES = {
  same: { zh: '', en: '' },
  changed: { zh: '改', en: 'changed' },
  removed: { zh: '删', en: 'removed' },
  added: { zh: '增', en: 'added' },
} as const;

/** Who saved which version when, and two of them side by side; the last two unless others are chosen. */
export function Versions({ id, versionNumber }: { id: string; versionNumber: number }) {
  const view = useView<typeof versions>('officialDocuments.versions', { id });
  return (
    <Section title={WORDS.versions}>
      <Shown of={view}>
        {({ items }) => (
          <>
            <Saves items={items} />
            {versionNumber > 1 && <Compared id={id} items={items} />}
          </>
        )}
      </Shown>
    </Section>
  );
}

function Saves({ items }: { items: readonly Version[] }) {
  const say = useSay();
  return (
    <ul className="document-versions">
      {items.map((item) => (
        <li key={item.versionNumber}>
          {say(WORDS.number, item)} <span>{item.savedBy}</span> <Time at={item.savedAt} />
        </li>
      ))}
    </ul>
  );
}

function Compared({ id, items }: { id: string; items: readonly Version[] }) {
  const [search, change] = useSearch();
  const last = items[0]?.versionNumber ?? 1;
  const known = (value: string | undefined, other: number) =>
    items.find((one) => String(one.versionNumber) === value)?.versionNumber ?? other;
  const [from, to] = [known(search.from, last - 1), known(search.to, last)];
  const view = useView<typeof difference>('officialDocuments.difference', { id, from, to });
  const choices = items.map(({ versionNumber: number }) => ({
    value: String(number),
    label: { zh: `第 ${number} 稿`, en: `Version ${number}` },
  }));
  return (
    <>
      <div className="row">
        <ChoiceField
          label={WORDS.from}
          isRequired
          value={String(from)}
          onChange={(value) => change({ from: value })}
          choices={choices}
        />
        <ChoiceField
          label={WORDS.to}
          isRequired
          value={String(to)}
          onChange={(value) => change({ to: value })}
          choices={choices}
        />
      </div>
      <Shown of={view}>{({ rows }) => <SideBySide rows={rows} from={from} to={to} />}</Shown>
    </>
  );
}

function SideBySide({ rows, from, to }: { rows: readonly Row[]; from: number; to: number }) {
  const say = useSay();
  const changed = rows.filter((row) => row.change !== 'same');
  if (changed.length === 0) return <p className="soft">{say(WORDS.same)}</p>;
  return (
    <>
      <table className="table document-difference">
        <thead>
          <tr>
            <th scope="col">{say(WORDS.number, { versionNumber: from })}</th>
            <th scope="col">{say(WORDS.number, { versionNumber: to })}</th>
            <th scope="col">{say(WORDS.change)}</th>
          </tr>
        </thead>
        <tbody lang="zh-CN">
          {changed.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two paragraphs may change alike, and none of them moves
            <tr key={index}>
              <td>{row.before && <del>{row.before}</del>}</td>
              <td>{row.after && <ins>{row.after}</ins>}</td>
              <td>{say(CHANGES[row.change])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">{say(WORDS.unchanged, { count: rows.length - changed.length })}</p>
    </>
  );
}
