import { useState } from 'react';
import {
  Button,
  type Column,
  Contributions,
  DataList,
  Go,
  go,
  MarkBadge,
  Page,
  saveAnswer,
  useLanguage,
  useMay,
  useSay,
  useSearch,
} from '../design-system/web.ts';
import { ChangeMany } from './ChangeMany.part.tsx';
import type { FieldType, RegisterFaces } from './define.ts';
import { FieldValue, valueText } from './FieldValue.part.tsx';
import { conditionsOf, useFilters } from './Filters.part.tsx';
import { useHasScreen } from './merging/has-screen.part.tsx';
import { type Labels, type RecordJson, useRecords } from './record-views.part.tsx';

const WORDS = {
  register: { zh: '登记', en: 'Register' },
  duplicates: { zh: '查重', en: 'Duplicates' },
  change: { zh: '修改所选 {count} 条', en: 'Change the {count} chosen' },
  none: { zh: '没有记录', en: 'No records' },
  hint: { zh: '点「登记」录入第一条。', en: 'Register the first one.' },
  area: { zh: '区域', en: 'Area' },
  unit: { zh: '归属单位', en: 'Owner' },
} as const;

/** A register as a list: search, filters, order, columns, choice of rows; everything shown stands in the address. */
export function RecordList({ faces, path }: { faces: RegisterFaces; path: string }) {
  const say = useSay();
  const may = useMay();
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  const [search] = useSearch();
  const [seen, setSeen] = useState<readonly [number, number]>([0, 0]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isChanging, setChanging] = useState(false);
  const { register } = faces;
  const conditions = conditionsOf(faces, search);
  const order = search.sort ? { sort: search.sort, isDescending: search.order === 'down' } : {};
  const { list, rows, labels, count } = useRecords(faces, conditions, order, seen);
  const hasDuplicates = useHasScreen(`${path}/duplicates`);
  const mayKeep = may(faces.keep.name);
  const choose = (keys: readonly string[], isOn: boolean) => {
    const next = new Set(chosen);
    for (const key of keys) isOn ? next.add(key) : next.delete(key);
    setChosen(next);
  };
  const done = () => {
    setChanging(false);
    setChosen(new Set());
  };
  return (
    <Page title={register.label}>
      <DataList<RecordJson>
        name={register.plural}
        label={say(register.label)}
        view={list}
        rows={rows}
        total={count}
        columns={columnsOf(faces, labels, language)}
        rowKey={(row) => row.id}
        to={(row) => `${path}/${row.id}`}
        filters={useFilters(faces, labels)}
        hasSearch={faces.search.length > 0}
        empty={{ title: WORDS.none, ...(mayKeep ? { hint: WORDS.hint } : {}) }}
        sheets={sheetLinks(register.plural, conditions)}
        {...(mayKeep ? { selection: { chosen, choose } } : {})}
        onSeen={(first, last) => setSeen([first, last])}
        {...(mayKeep ? { onEdit: (row) => go(`${path}/${row.id}/correction`) } : {})}
        tools={
          <>
            <Contributions at="registers.views" props={{ faces }} />
            {mayKeep && (
              <>
                <Go className="button" to={`${path}/new`}>
                  {say(WORDS.register)}
                </Go>
                {hasDuplicates && (
                  <Go className="button" to={`${path}/duplicates`}>
                    {say(WORDS.duplicates)}
                  </Go>
                )}
                <Contributions at="registers.tools" props={{ faces }} />
                {chosen.size > 0 && (
                  <Button onClick={() => setChanging(true)}>{say(WORDS.change, { count: chosen.size })}</Button>
                )}
              </>
            )}
          </>
        }
      />
      {isChanging && <ChangeMany faces={faces} ids={[...chosen]} onClose={() => setChanging(false)} onDone={done} />}
    </Page>
  );
}

function columnsOf(faces: RegisterFaces, labels: Labels, language: 'zh' | 'en'): Column<RecordJson>[] {
  const { register, computed } = faces;
  const own = [...register.list, ...Object.keys(computed)].map((name): Column<RecordJson> => {
    const field = (register.fields[name] ?? computed[name]) as FieldType;
    const value = (row: RecordJson) => <FieldValue faces={faces} name={name} record={row} labels={labels} />;
    const isTitle = name === register.title;
    return {
      key: name,
      title: field.label,
      cell: (row) => (isTitle ? <Titled row={row}>{String(row[name] ?? '')}</Titled> : value(row)),
      text: (row) => valueText(field, row[name], labels, language),
      ...(isTitle ? { width: 'minmax(12rem, 1.8fr)' } : {}),
      isNumber: field.isNumber ?? false,
      isSortable: field.personal === undefined && field.stored === undefined,
    };
  });
  return [
    ...own,
    {
      key: 'area',
      title: WORDS.area,
      cell: (row) => labels[row.areaCode] ?? row.areaCode,
      text: (row) => labels[row.areaCode] ?? row.areaCode,
    },
    {
      key: 'unit',
      title: WORDS.unit,
      cell: (row) => labels[row.ownerUnitId] ?? '—',
      text: (row) => labels[row.ownerUnitId],
      isHidden: true,
    },
  ];
}

function Titled({ row, children }: { row: RecordJson; children: string }) {
  return (
    <>
      <MarkBadge mark={row.mark} />
      {children}
    </>
  );
}

function sheetLinks(plural: string, conditions: Record<string, unknown>) {
  return (['xlsx', 'csv', 'geojson'] as const).map((format) => ({
    key: format,
    label: { zh: `导出 ${format.toUpperCase()}`, en: `Export ${format.toUpperCase()}` },
    save: () => void saveAnswer(`${plural}.sheet`, { ...conditions, format }),
  }));
}
