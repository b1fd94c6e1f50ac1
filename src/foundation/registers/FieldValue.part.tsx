import type { ReactNode } from 'react';
import { useLanguage } from '../design-system/web.ts';
import type { FieldType, RegisterFaces } from './define.ts';
import { FACES } from './field-faces/faces.part.tsx';
import type { Labels, RecordJson } from './record-views.part.tsx';

/** A value as words: for cells, sheets and «from … to …» of a change. */
export function valueText(field: FieldType, value: unknown, labels: Labels, language: 'zh' | 'en'): string {
  if (value === null || value === undefined) return '';
  if (field.refersTo) return labels[String(value)] ?? '';
  const text = field.show(value, language);
  return text && field.unit ? `${text} ${field.unit[language]}` : text;
}

/** A field of a record on its page or in its row. */
export function FieldValue({
  faces: { register, computed },
  name,
  record,
  labels,
}: {
  faces: RegisterFaces;
  name: string;
  record: RecordJson;
  labels: Labels;
}): ReactNode {
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  const field = register.fields[name] ?? computed[name];
  const value = record[name];
  if (!field || value === null || value === undefined || value === '') return '—';
  const Cell = FACES[field.type]?.Cell;
  if (Cell) return <Cell {...{ register, name, field, record, value, labels }} />;
  return valueText(field, value, labels, language) || '—';
}
