import { placeOf, type RegisterFaces } from '../../registers/define.ts';
import { AroundLink } from './SurroundingsOf.part.tsx';

interface Props {
  readonly faces: RegisterFaces;
  readonly record: { readonly id: string } & Readonly<Record<string, unknown>>;
}

/** On every record's page that stands somewhere: what lies around it. */
export default function AroundRecord({ faces: { register }, record }: Props) {
  const place = placeOf(register);
  if (!place || !record[place]) return null;
  return <AroundLink record={{ register: register.name, id: record.id }} />;
}
