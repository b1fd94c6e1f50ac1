import { TextAreaField, TextField } from '../../design-system/web.ts';
import { common, type FieldFace, type InputProps } from './face.part.tsx';
import { sealedContact } from './personal.part.tsx';

const LINES = { zh: '每行一项', en: 'One a line' };
const LONG = { zh: '说明', en: 'About' };

function Text(props: InputProps) {
  const text = (props.value as string | null) ?? '';
  return <TextField {...common(props)} value={text} onChange={props.onChange} />;
}

function Narrative(props: InputProps) {
  const text = (props.value as string | null) ?? '';
  return <TextAreaField {...common(props)} value={text} onChange={props.onChange} placeholder={LONG.zh} />;
}

function Lines(props: InputProps) {
  const lines = ((props.value as readonly string[] | undefined) ?? []).join('\n');
  const change = (text: string) => props.onChange(text === '' ? [] : text.split('\n'));
  return <TextAreaField {...common(props)} hint={LINES} value={lines} onChange={change} />;
}

export const text: FieldFace = { Input: Text };
export const list: FieldFace = { Input: Lines };

/** Text about people: a contact is masked, a narrative is read by whoever reads the record. */
export const personalText: FieldFace = {
  Input: (props) => {
    const Input = (props.field.personal === 'contact' ? sealedContact.Input : Narrative) ?? Narrative;
    return <Input {...props} />;
  },
  Cell: (props) => {
    const Cell = sealedContact.Cell;
    return props.field.personal === 'contact' && Cell ? <Cell {...props} /> : String(props.value);
  },
};
