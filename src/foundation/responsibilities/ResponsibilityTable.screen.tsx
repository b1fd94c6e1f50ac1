import { useState } from 'react';
import { dayText } from '../../kernel/calendar.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { type OutputOf, serverNow, useView } from '../api/web.ts';
import { Button, DayField, Page, Shown, useMay, useSay, useSearch } from '../design-system/web.ts';
import { AreaFields } from './AreaFields.part.tsx';
import { NameResponsible, type Naming } from './NameResponsible.part.tsx';
import type { overview } from './responsibilities.views.ts';
import { RESPONSIBILITY_CATEGORIES } from './responsibility.register.ts';
import './responsibilities.css';

const WORDS = {
  title: { zh: '责任分工表', en: 'Table of responsibilities' },
  day: { zh: '哪一天', en: 'On which day' },
  area: { zh: '区域', en: 'Area' },
  gap: { zh: '空白', en: 'Gap' },
  name: { zh: '明确', en: 'Name' },
  inherited: { zh: '上级：{unit}', en: 'Above: {unit}' },
  hint: {
    zh: '空白：本区域和上级区域都没有认定。点单元格明确或交接责任。',
    en: 'Gap: nobody is named here or above. Click a cell to name somebody or hand over.',
  },
} as const satisfies Record<string, Phrase>;

type Table = OutputOf<typeof overview>;
type Entry = Table['items'][number];

/** 责任分工表: areas against categories on a day; gaps are said in words, what comes from above is soft. */
export default function ResponsibilityTable() {
  const say = useSay();
  const [search, change] = useSearch();
  const [naming, setNaming] = useState<Naming>();
  const day = search.day ?? dayText(serverNow());
  const parent = search.area && search.area.length === 9 ? search.area : undefined;
  const view = useView<typeof overview>(
    'responsibilities.overview',
    { day, ...(parent ? { parent } : {}) },
    { keepsPrevious: true },
  );
  return (
    <Page title={WORDS.title}>
      <div className="form-row">
        <DayField label={WORDS.day} value={day} onChange={(next) => change({ day: next || undefined })} />
        <AreaFields value={parent} onChange={(code) => change({ area: code.length === 9 ? code : undefined })} />
      </div>
      <p className="soft">{say(WORDS.hint)}</p>
      <Shown of={view}>{(table) => <Cells table={table} onName={setNaming} />}</Shown>
      <NameResponsible of={naming} onClose={() => setNaming(undefined)} />
    </Page>
  );
}

function Cells({ table, onName }: { table: Table; onName: (naming: Naming) => void }) {
  const say = useSay();
  return (
    <section className="panel wide-table" aria-label={say(WORDS.title)} tabIndex={-1}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say(WORDS.area)}</th>
            {RESPONSIBILITY_CATEGORIES.map(({ id, label }) => (
              <th scope="col" key={id}>
                {say(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.areas.map((area) => (
            <tr key={area.code}>
              <th scope="row">{area.name}</th>
              {RESPONSIBILITY_CATEGORIES.map(({ id: category, label }) => (
                <td key={category}>
                  <Cell
                    own={table.items.find((one) => one.areaCode === area.code && one.category === category)}
                    above={nearestAbove(table.items, area.code, category)}
                    onName={(holder) =>
                      onName({ areaCode: area.code, areaName: area.name, category, label, holder, day: table.day })
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function nearestAbove(items: readonly Entry[], code: string, category: string): Entry | undefined {
  return items
    .filter((one) => one.category === category && one.areaCode !== code && code.startsWith(one.areaCode))
    .sort((one, other) => other.areaCode.length - one.areaCode.length)[0];
}

function Cell({
  own,
  above,
  onName,
}: {
  own: Entry | undefined;
  above: Entry | undefined;
  onName: (holder: Entry | undefined) => void;
}) {
  const say = useSay();
  const may = useMay();
  const words = own ? (
    own.unitName
  ) : above ? (
    <span className="soft">{say(WORDS.inherited, { unit: above.unitName })}</span>
  ) : (
    <strong className="gap">{say(WORDS.gap)}</strong>
  );
  if (!may('responsibility.keep')) return <>{words}</>;
  return (
    <Button kind="bare" onClick={() => onName(own)}>
      {words}
    </Button>
  );
}
