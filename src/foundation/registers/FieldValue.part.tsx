import type { ReactNode } from 'react';
import { Time, useLanguage } from '../design-system/web.ts';
import { MaskedValue } from '../personal-data/web.ts';
import type { FieldType, RegisterDefinition } from './define.ts';
import type { Labels, RecordJson } from './record-views.part.tsx';

/** A value as words: for cells, sheets and «from … to …» of a change. JSON instants are read back first. */
export function valueText(field: FieldType, value: unknown, labels: Labels, language: 'zh' | 'en'): string {
  if (value === null || value === undefined) return '';
  if (field.refersTo) return labels[String(value)] ?? '';
  if (field.type === 'instant') return field.show(new Date(String(value)), language);
  const text = field.show(value, language);
  return text && field.unit ? `${text} ${field.unit[language]}` : text;
}

/** A field of a record on its page or in its row. */
export function FieldValue({
  register,
  name,
  record,
  labels,
}: {
  register: RegisterDefinition;
  name: string;
  record: RecordJson;
  labels: Labels;
}): ReactNode {
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  const field = register.fields[name];
  const value = record[name];
  if (!field || value === null || value === undefined || value === '') return '—';
  if (field.personal === 'contact') {
    return (
      <MaskedValue
        register={register.name}
        recordId={record.id}
        field={name}
        label={field.label}
        name={String(record[register.title] ?? record.number ?? '')}
        masked={String(value)}
        kind="tel"
      />
    );
  }
  if (field.type === 'instant') return <Time at={String(value)} />;
  return valueText(field, value, labels, language) || '—';
}
