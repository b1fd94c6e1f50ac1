import { useState } from 'react';
import { kebabCase } from '../../kernel/names.ts';
import type { Command } from '../api/define.ts';
import { useCommand } from '../api/web.ts';
import { DayField, Form, FormActions, go, Section, useMay } from '../design-system/web.ts';
import { type RegisterFaces, startOf } from '../registers/define.ts';
import { COPY_FIELDS } from './define.ts';

const WORDS = {
  title: { zh: '缓存到本区台账', en: 'Keep a copy' },
  keep: { zh: '缓存', en: 'Keep' },
} as const;

type Register = Command<string, Record<string, unknown>, { id: string }>;

/** What was answered becomes a record of ours, for the purpose it was asked for and until a day that somebody names. */
export function KeepCopy({
  copies,
  values,
  purpose,
  fetchedAt,
}: {
  copies: RegisterFaces;
  values: Readonly<Record<string, unknown>>;
  purpose: string;
  fetchedAt: string;
}) {
  const may = useMay();
  const { plural, fields } = copies.register;
  const keeping = useCommand<Register>(`${plural}.register`);
  const [copiedUntil, setCopiedUntil] = useState('');
  if (!may(copies.keep.name)) return null;
  const submit = async () => {
    const blank = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, startOf(field)]));
    const copiedOn = fetchedAt.slice(0, 10);
    const kept = await keeping.run({ ...blank, ...values, copiedFor: purpose, copiedOn, copiedUntil });
    if (kept) go(`/${kebabCase(plural)}/${kept.id}`);
  };
  return (
    <Section title={WORDS.title}>
      <div className="form-page">
        <Form onSubmit={() => void submit()} problem={keeping.problem} isWaiting={keeping.isWaiting}>
          <DayField
            label={COPY_FIELDS.copiedUntil.label}
            name="copiedUntil"
            value={copiedUntil}
            onChange={setCopiedUntil}
            isRequired
          />
          <FormActions submit={WORDS.keep} isBusy={keeping.isRunning} />
        </Form>
      </div>
    </Section>
  );
}
