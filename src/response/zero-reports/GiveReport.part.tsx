import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import { Form, FormActions, NumberField, TextAreaField } from '../../foundation/design-system/web.ts';
import { zeroReport } from './zero-report.register.ts';
import type { report } from './zero-reports.commands.ts';

const { matters: mattersOf, text: textOf } = zeroReport.fields;
const WORDS = {
  submit: { zh: '报告', en: 'Report' },
  none: { zh: '没有情况填 0，内容写「无」。', en: 'Nothing happened: 0, and say so in words.' },
} as const;

/** 上报: 0 and 「无」 stand there; one press reports them. */
export function GiveReport({ item, onDone }: { item: { id: string; version: number }; onDone?: () => void }) {
  const giving = useCommand<typeof report>('zeroReports.report');
  const [matters, setMatters] = useState<number | null>(0);
  const [text, setText] = useState('无');
  const submit = async () => {
    if (matters === null) return;
    if (await giving.run({ id: item.id, matters, text }, { version: item.version })) onDone?.();
  };
  return (
    <Form onSubmit={() => void submit()} problem={giving.problem} isWaiting={giving.isWaiting}>
      <NumberField label={mattersOf.label} name="matters" value={matters} onChange={setMatters} isRequired />
      <TextAreaField
        label={textOf.label}
        name="text"
        value={text}
        onChange={setText}
        hint={WORDS.none}
        rows={3}
        maxLength={1000}
        isRequired
      />
      <FormActions submit={WORDS.submit} isBusy={giving.isRunning} {...(onDone ? { onCancel: onDone } : {})} />
    </Form>
  );
}
