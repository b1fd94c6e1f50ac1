import { useState } from 'react';
import { kebabCase } from '../../kernel/names.ts';
import { serverNow } from '../api/web.ts';
import { useDistrictMap } from '../areas/web.ts';
import { type Filter, Form, FormActions, PickField, type Search, TextField, useSay } from '../design-system/web.ts';
import { type FieldType, placeOf, type RegisterFaces } from './define.ts';
import { useGroundFilter } from './ground-filter.part.tsx';
import { type Labels, useChoices } from './record-views.part.tsx';

const WORDS = {
  state: { zh: '状态', en: 'State' },
  area: { zh: '区域', en: 'Area' },
  all: { zh: '全部', en: 'All' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  past: { zh: '已过', en: 'Past' },
  soon: { zh: '90 天内', en: 'Within 90 days' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  apply: { zh: '筛选', en: 'Filter' },
  any: { zh: '不限', en: 'any' },
} as const;

const DAY = 86_400_000;
const dayFrom = (days: number) =>
  new Date(serverNow().getTime() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);

const isDay = (field: FieldType) => field.column === 'date' || field.column === 'timestamptz';

/** Chips above the list: choices, yes or no, ranges of numbers and days, records of another register. */
export function useFilters({ register, filters, lifecycle }: RegisterFaces, labels: Labels): Filter[] {
  const map = useDistrictMap();
  const ground = useGroundFilter(kebabCase(register.plural));
  const streets = (map.data?.features ?? []).map(({ properties }) => properties as { code: string; name: string });
  const own = filters.flatMap((name): Filter[] => {
    const field = register.fields[name];
    return field ? [{ key: name, label: field.label, ...filterOf(field, labels) }] : [];
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
    ...(placeOf(register) ? ground : []),
  ];
}

function filterOf(field: FieldType, labels: Labels): Pick<Filter, 'choices' | 'made'> {
  if (field.options) return { choices: field.options.map(({ id, label }) => ({ value: id, label })) };
  if (field.refersTo) {
    const draw = (value: string | undefined, change: (value: string | undefined) => void) => (
      <OneRecord field={field} value={value} change={change} />
    );
    return { choices: [], made: { text: (id) => labels[id] ?? '…', draw } };
  }
  if (field.filter === 'equals') {
    return {
      choices: [
        { value: 'true', label: WORDS.yes },
        { value: 'false', label: WORDS.no },
      ],
    };
  }
  const choices = isDay(field)
    ? [
        { value: 'past', label: WORDS.past },
        { value: 'soon', label: WORDS.soon },
      ]
    : [];
  return {
    choices,
    made: {
      text: (range) => range.replace('..', '～'),
      draw: (value, change) => <Range field={field} value={value} change={change} />,
    },
  };
}

interface Made {
  field: FieldType;
  value: string | undefined;
  change: (value: string | undefined) => void;
}

function OneRecord({ field, value, change }: Made) {
  const [typed, setTyped] = useState('');
  const items = useChoices(field.refersTo ?? '', typed, value).map(({ id, text, more }) => ({ value: id, text, more }));
  return <PickField label={field.label} value={value} items={items} onSearch={setTyped} onChange={change} />;
}

/** Both ends, either of which may be open; days and numbers as the field writes them. */
function Range({ field, value, change }: Made) {
  const say = useSay();
  const [start = '', end = ''] = value?.includes('..') ? value.split('..') : [];
  const [from, setFrom] = useState(start);
  const [to, setTo] = useState(end);
  const type = isDay(field) ? 'date' : 'text';
  return (
    <Form label={say(field.label)} onSubmit={() => change(from || to ? `${from}..${to}` : undefined)}>
      <TextField
        label={WORDS.from}
        name="from"
        type={type}
        value={from}
        onChange={setFrom}
        placeholder={say(WORDS.any)}
      />
      <TextField label={WORDS.to} name="to" type={type} value={to} onChange={setTo} placeholder={say(WORDS.any)} />
      <FormActions submit={WORDS.apply} />
    </Form>
  );
}

/** What the address says, as the views take it; what does not belong to this register is left aside. */
export function conditionsOf({ register, filters }: RegisterFaces, search: Search): Record<string, unknown> {
  const conditions: Record<string, unknown> = {};
  for (const name of ['q', 'state', 'areaCode', ...(placeOf(register) ? ['within'] : [])])
    if (search[name]) conditions[name] = search[name];
  for (const name of filters) {
    const value = search[name];
    const field = register.fields[name];
    if (!value || !field) continue;
    if (field.filter !== 'range') conditions[name] = value === 'true' ? true : value === 'false' ? false : value;
    else {
      const [from, to] = endsOf(value);
      if (from) conditions[`${name}From`] = endOf(field, from, 'T00:00:00+08:00');
      if (to) conditions[`${name}To`] = endOf(field, to, 'T23:59:59.999+08:00');
    }
  }
  return conditions;
}

const endsOf = (value: string): readonly (string | undefined)[] =>
  ({ past: [undefined, dayFrom(-1)], soon: [dayFrom(0), dayFrom(90)] })[value] ?? value.split('..');

/** A day of an instant is the whole day in Beijing. */
const endOf = (field: FieldType, text: string, clock: string) =>
  field.column === 'timestamptz' ? `${text}${clock}` : field.column === 'date' ? text : Number(text);
