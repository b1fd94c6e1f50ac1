import { useState } from 'react';
import { queryOf } from '../api/address.ts';
import { serverNow } from '../api/web.ts';
import { useDistrictMap } from '../areas/web.ts';
import {
  Button,
  type Column,
  Contributions,
  DataList,
  type Filter,
  Go,
  MarkBadge,
  Page,
  type Search,
  useLanguage,
  useMay,
  useSay,
  useSearch,
} from '../design-system/web.ts';
import { ChangeMany } from './ChangeMany.part.tsx';
import type { FieldType, RegisterFaces } from './define.ts';
import { FieldValue, valueText } from './FieldValue.part.tsx';
import { type Labels, type RecordJson, useRecords } from './record-views.part.tsx';

const WORDS = {
  register: { zh: '登记', en: 'Register' },
  duplicates: { zh: '查重', en: 'Duplicates' },
  change: { zh: '修改所选 {count} 条', en: 'Change the {count} chosen' },
  none: { zh: '没有记录', en: 'No records' },
  hint: { zh: '点「登记」录入第一条。', en: 'Register the first one.' },
  state: { zh: '状态', en: 'State' },
  area: { zh: '区域', en: 'Area' },
  unit: { zh: '归属单位', en: 'Owner' },
  all: { zh: '全部', en: 'All' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  past: { zh: '已过', en: 'Past' },
  soon: { zh: '90 天内', en: 'Within 90 days' },
} as const;

/** How many rows are asked for at first, and when the end of them is reached. */
const STEPS = [200, 1000, 5000] as const;

/** A register as a list: search, filters, order, columns, choice of rows; everything shown stands in the address. */
export function RecordList({ faces, path }: { faces: RegisterFaces; path: string }) {
  const say = useSay();
  const may = useMay();
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  const [search] = useSearch();
  const [step, setStep] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isChanging, setChanging] = useState(false);
  const { register } = faces;
  const conditions = conditionsOf(faces, search);
  const order = search.sort ? { sort: search.sort, isDescending: search.order === 'down' } : {};
  const { list, count } = useRecords(faces, conditions, { ...order, limit: STEPS[step] });
  const rows = list.data?.items ?? [];
  const labels = list.data?.labels ?? {};
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
      <DataList
        name={register.plural}
        label={say(register.label)}
        view={list}
        rows={rows}
        total={count ?? rows.length}
        columns={columnsOf(faces, labels, language)}
        rowKey={(row) => row.id}
        to={(row) => `${path}/${row.id}`}
        filters={useFilters(faces)}
        hasSearch={faces.search.length > 0}
        empty={{ title: WORDS.none, ...(mayKeep ? { hint: WORDS.hint } : {}) }}
        sheets={sheetLinks(register.plural, conditions)}
        {...(mayKeep ? { selection: { chosen, choose } } : {})}
        onEnd={() => {
          if (rows.length === STEPS[step] && step < STEPS.length - 1) setStep(step + 1);
        }}
        tools={
          mayKeep && (
            <>
              <Go className="button" to={`${path}/new`}>
                {say(WORDS.register)}
              </Go>
              <Go className="button" to={`${path}/duplicates`}>
                {say(WORDS.duplicates)}
              </Go>
              <Contributions at="registers.tools" props={{ faces }} />
              {chosen.size > 0 && (
                <Button onClick={() => setChanging(true)}>{say(WORDS.change, { count: chosen.size })}</Button>
              )}
            </>
          )
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

const DAY = 86_400_000;
const dayFrom = (days: number) =>
  new Date(serverNow().getTime() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);

/** Choices above the list; a day is asked by what people ask of it: past, or soon. */
function useFilters({ register, filters, lifecycle }: RegisterFaces): Filter[] {
  const map = useDistrictMap();
  const streets = (map.data?.features ?? []).map(({ properties }) => properties as { code: string; name: string });
  const own = filters.flatMap((name): Filter[] => {
    const field = register.fields[name];
    if (!field) return [];
    if (field.options) {
      return [{ key: name, label: field.label, choices: field.options.map(({ id, label }) => ({ value: id, label })) }];
    }
    if (field.filter === 'equals' && !field.refersTo) {
      const choices = [
        { value: 'true', label: WORDS.yes },
        { value: 'false', label: WORDS.no },
      ];
      return [{ key: name, label: field.label, choices }];
    }
    if (field.type === 'day') {
      const choices = [
        { value: 'past', label: WORDS.past },
        { value: 'soon', label: WORDS.soon },
      ];
      return [{ key: name, label: field.label, choices }];
    }
    return [];
  });
  const states = [
    ...Object.entries(lifecycle.states).map(([value, label]) => ({ value, label })),
    { value: 'all', label: WORDS.all },
  ];
  return [
    ...own,
    {
      key: 'areaCode',
      label: WORDS.area,
      choices: streets.map(({ code, name }) => ({ value: code, label: { zh: name, en: name } })),
    },
    { key: 'state', label: WORDS.state, choices: states },
  ];
}

/** What the address says, as the views take it; what does not belong to this register is left aside. */
function conditionsOf({ register, filters }: RegisterFaces, search: Search): Record<string, unknown> {
  const conditions: Record<string, unknown> = {};
  for (const name of ['q', 'state', 'areaCode']) if (search[name]) conditions[name] = search[name];
  for (const name of filters) {
    const value = search[name];
    const field = register.fields[name];
    if (!value || !field) continue;
    if (field.type === 'day') {
      if (value === 'soon') conditions[`${name}From`] = dayFrom(0);
      conditions[`${name}To`] = dayFrom(value === 'soon' ? 90 : -1);
    } else conditions[name] = field.type === 'boolean' ? value === 'true' : value;
  }
  return conditions;
}

function sheetLinks(plural: string, conditions: Record<string, unknown>) {
  const folder = `/api/${plural.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}/sheet`;
  return (['xlsx', 'csv', 'geojson'] as const).map((format) => ({
    label: { zh: `导出 ${format.toUpperCase()}`, en: `Export ${format.toUpperCase()}` },
    href: `${folder}${queryOf({ ...conditions, format })}`,
  }));
}
