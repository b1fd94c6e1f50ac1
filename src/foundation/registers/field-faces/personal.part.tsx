import { PhoneField, TextField } from '../../design-system/web.ts';
import { MaskedValue } from '../../personal-data/web.ts';
import { type CellProps, common, type FieldFace, type InputProps } from './face.part.tsx';

const KEPT = { zh: '已登记，留空则不改', en: 'On record; leave it empty to keep it' };

/** The form never knows what is on record: untouched means unchanged, and it says so. */
const kept = (props: InputProps) => {
  const given = common(props);
  return props.value === undefined ? { ...given, isRequired: false, hint: KEPT } : given;
};

function Phone(props: InputProps) {
  return <PhoneField {...kept(props)} value={(props.value as string | null) ?? ''} onChange={props.onChange} />;
}

function Sealed(props: InputProps) {
  const text = (props.value as string | null) ?? '';
  return <TextField {...kept(props)} maxLength={200} value={text} onChange={props.onChange} />;
}

/** Masked; whoever may see it whole says why first. */
function Masked({ kind, register, name, field, record, value }: CellProps & { kind?: 'tel' | 'mailto' }) {
  return (
    <MaskedValue
      register={register.name}
      recordId={record.id}
      field={name}
      label={field.label}
      name={String(record[register.title] ?? record.number ?? '')}
      masked={String(value)}
      {...(kind ? { kind } : {})}
    />
  );
}

export const sealedContact: FieldFace = { Input: Sealed, Cell: (props) => <Masked {...props} kind="tel" /> };
export const phone: FieldFace = { Input: Phone, Cell: (props) => <Masked {...props} kind="tel" /> };
export const email: FieldFace = { Input: Sealed, Cell: (props) => <Masked {...props} kind="mailto" /> };
export const identityNumber: FieldFace = { Input: Sealed, Cell: Masked };
