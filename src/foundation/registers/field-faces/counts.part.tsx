import { CountsField, useSay } from '../../design-system/web.ts';
import { type Counts, showCounts } from '../types/counts.type.ts';
import { type CellProps, common, type FieldFace, type InputProps } from './face.part.tsx';

function Input(props: InputProps) {
  const value = (props.value as Counts | undefined) ?? {};
  return <CountsField {...common(props)} options={props.field.options ?? []} value={value} onChange={props.onChange} />;
}

function Cell({ field, value }: CellProps) {
  const say = useSay();
  return say(showCounts(field.options ?? [], value as Counts)) || '—';
}

export const counts: FieldFace = { Input, Cell };
