import { Field, InstantField, Time } from '../../design-system/web.ts';
import { common, type FieldFace, type InputProps } from './face.part.tsx';

function Day(props: InputProps) {
  return (
    <Field {...common(props)}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={(props.value as string | null) ?? ''}
          onChange={({ target }) => props.onChange(target.value || null)}
        />
      )}
    </Field>
  );
}

function Instant(props: InputProps) {
  const at = (props.value as string | null) ?? undefined;
  return <InstantField {...common(props)} value={at} onChange={(value) => props.onChange(value ?? null)} />;
}

export const day: FieldFace = { Input: Day };
export const instant: FieldFace = { Input: Instant, Cell: ({ value }) => <Time at={String(value)} /> };
