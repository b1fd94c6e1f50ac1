import type { Phrase } from '../../kernel/phrases.ts';
import type { FieldSection, RegisterFaces } from './define.ts';

type Values = Readonly<Record<string, unknown>>;

/** Does the section concern a record with these values? The fields of a school say nothing about a hospital. */
export const concerns = ({ when }: FieldSection, values: Values): boolean =>
  when === undefined || when.in.includes(String(values[when.field]));

/** Is nothing said? What is not ticked says nothing, either. */
const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

/** What no single field can know: a value that belongs to another kind of record, then the register's own check. */
export function faultOf(faces: RegisterFaces, values: Values): { field: string; reason: Phrase } | undefined {
  const concerned = new Set(faces.sections.flatMap((one) => (concerns(one, values) ? one.fields : [])));
  for (const section of faces.sections) {
    if (concerns(section, values)) continue;
    const stray = section.fields.find((field) => !concerned.has(field) && !isBlank(values[field]));
    if (stray) return { field: stray, reason: foreign(faces, section) };
  }
  return faces.check?.(values);
}

function foreign({ register }: RegisterFaces, { when }: FieldSection): Phrase {
  const field = register.fields[when?.field ?? ''];
  const words = (language: 'zh' | 'en') =>
    (when?.in ?? []).map((id) => field?.options?.find((one) => one.id === id)?.label[language] ?? id);
  return { zh: `只适用于${words('zh').join('、')}`, en: `is only for: ${words('en').join(', ')}` };
}

/** The values with what follows from them, such as the sector a camera sees from azimuth, angle and range. */
export function completed(faces: RegisterFaces, values: Values, known: Values = {}): Record<string, unknown> {
  return { ...values, ...faces.derive?.({ ...known, ...values }) };
}
