import type { Phrase } from '../../../kernel/phrases.ts';
import type { View } from '../../api/define.ts';
import { useView } from '../../api/web.ts';
import { ChoiceField, useSay } from '../../design-system/web.ts';
import type { FieldType } from '../define.ts';
import { Boxes } from './choice.part.tsx';
import { type CellProps, common, type FieldFace, type InputProps } from './face.part.tsx';
import { list, text } from './text.part.tsx';

const NOTHING = { zh: '—', en: '—' };

type Names = View<string, Record<string, unknown>, { choices: { id: string; label: Phrase }[] }>;

/** What may be chosen as the record stands; nothing where nobody gives names for it, undefined until that is known. */
function useNames(name: string, { namesBy }: FieldType, values: Readonly<Record<string, unknown>>) {
  const known = (namesBy?.with ?? []).flatMap((one) => (values[one] ? [[one, values[one]] as const] : []));
  const input = { field: name, ...Object.fromEntries(known) };
  const { data, problem } = useView<Names>(namesBy?.view ?? '', input);
  return data?.choices ?? (problem ? [] : undefined);
}

/** In place of a field whose kind is not known yet: a line to type in would turn into a choice under the fingers. */
function NotYet(props: InputProps) {
  return <ChoiceField {...common(props)} choices={[]} value={undefined} onChange={() => undefined} isDisabled />;
}

function One(props: InputProps) {
  const names = useNames(props.name, props.field, props.values ?? {});
  if (!names) return <NotYet {...props} />;
  const value = (props.value as string | null) ?? '';
  const Text = text.Input;
  if (names.length === 0) return Text ? <Text {...props} /> : null;
  // What no longer is a choice stays in sight until another is chosen.
  const old =
    value === '' || names.some(({ id }) => id === value) ? [] : [{ id: value, label: { zh: value, en: value } }];
  const items = [{ id: '', label: NOTHING }, ...names, ...old].map(({ id, label }) => ({ value: id, label }));
  return <ChoiceField {...common(props)} choices={items} value={value} onChange={(id) => props.onChange(id || null)} />;
}

function Some(props: InputProps) {
  const names = useNames(props.name, props.field, props.values ?? {});
  const Lines = list.Input;
  if (!names) return <NotYet {...props} />;
  if (names.length > 0) return <Boxes {...props} options={names} />;
  return Lines ? <Lines {...props} /> : null;
}

function Words({ name, field, record, value }: CellProps) {
  const say = useSay();
  const names = useNames(name, field, record);
  const words = new Map(names?.map(({ id, label }) => [id, say(label)]));
  return [value]
    .flat()
    .map((one) => words.get(String(one)) ?? String(one))
    .join('、');
}

export const named: FieldFace = { Input: One, Cell: Words };
export const severalNamed: FieldFace = { Input: Some, Cell: Words };
