import { Page, useSay } from '../design-system/web.ts';
import { UNIT_KINDS } from './unit.register.ts';
import type { UnitNode } from './unit-node.part.tsx';

const WORDS = {
  title: { zh: '机构', en: 'Organisation' },
  kind: { zh: '类型', en: 'Kind' },
  units: { zh: '单位', en: 'Units' },
  people: { zh: '任职', en: 'Holding posts' },
  assumed: { zh: '名称待确认', en: 'Name assumed' },
  all: { zh: '合计', en: 'In all' },
  hint: {
    zh: '在机构树中选择单位，查看岗位、任职和通讯录。',
    en: 'Choose a unit in the tree: its posts, holders, phone book.',
  },
} as const;

/** How many units of each kind there are, and how many people hold posts in them. */
export function Overview({ units }: { units: readonly UnitNode[] }) {
  const say = useSay();
  const kinds = UNIT_KINDS.map(({ id, label }) => ({ id, label, own: units.filter(({ kind }) => kind === id) }));
  const sum = (own: readonly UnitNode[]) => own.reduce((total, { people }) => total + people, 0);
  const assumed = (own: readonly UnitNode[]) => own.filter(({ isAssumed }) => isAssumed).length;
  return (
    <Page title={WORDS.title}>
      <p className="soft">{say(WORDS.hint)}</p>
      <div className="panel">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say(WORDS.kind)}</th>
              <th scope="col" className="is-number">
                {say(WORDS.units)}
              </th>
              <th scope="col" className="is-number">
                {say(WORDS.people)}
              </th>
              <th scope="col" className="is-number">
                {say(WORDS.assumed)}
              </th>
            </tr>
          </thead>
          <tbody>
            {kinds
              .filter(({ own }) => own.length > 0)
              .map(({ id, label, own }) => (
                <tr key={id}>
                  <th scope="row">{say(label)}</th>
                  <td className="is-number">{own.length}</td>
                  <td className="is-number">{sum(own)}</td>
                  <td className="is-number">{assumed(own) || '—'}</td>
                </tr>
              ))}
            <tr>
              <th scope="row">{say(WORDS.all)}</th>
              <td className="is-number">{units.length}</td>
              <td className="is-number">{sum(units)}</td>
              <td className="is-number">{assumed(units)}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </Page>
  );
}
