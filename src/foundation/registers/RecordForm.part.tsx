import { useState } from 'react';
import type { Command } from '../api/define.ts';
import { useCommand } from '../api/web.ts';
import {
  Contributions,
  Form,
  FormActions,
  go,
  Page,
  type Search,
  Section,
  Shown,
  TextField,
  useKeys,
  useParams,
  useSay,
  useSearch,
} from '../design-system/web.ts';
import { type FieldType, isMasked, type RegisterFaces, startOf } from './define.ts';
import { FieldInput } from './FieldInput.part.tsx';
import { type RecordJson, useRecord } from './record-views.part.tsx';
import { concerns } from './soundness.rules.ts';
import './registers.css';

const WORDS = {
  register: { zh: '登记', en: 'Register' },
  correct: { zh: '更正', en: 'Correct' },
  reason: { zh: '更正说明', en: 'Why it is corrected' },
  back: { zh: '返回列表', en: 'Back to the list' },
} as const;

type Answer = { id: string; version: number };
type Add = Command<string, Record<string, unknown>, Answer>;
type Correct = Command<string, { id: string } & Record<string, unknown>, Answer>;

/** A new record; a reference may stand in the address already: the team whose page asked for one more member. */
export function NewRecord({ faces, path }: { faces: RegisterFaces; path: string }) {
  const adding = useCommand<Add>(`${faces.register.plural}.register`);
  const [given] = useSearch();
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go(path) }]);
  return (
    <Page title={titled(WORDS.register, faces)}>
      <Fill
        faces={faces}
        start={{ ...blankOf(faces), ...referencesIn(faces, given) }}
        sending={adding}
        submit={WORDS.register}
        onCancel={() => go(path)}
        onSubmit={async (values) => {
          const answer = await adding.run(values);
          if (answer) go(`${path}/${answer.id}`, { replaces: true });
        }}
      />
    </Page>
  );
}

/** What is wrong in a record, put right; only the fields that changed are sent. */
export function CorrectRecord({ faces, path }: { faces: RegisterFaces; path: string }) {
  const { id } = useParams();
  const view = useRecord(faces, id);
  return (
    <Shown of={view}>
      {({ record }) => <Correction key={record.version} faces={faces} path={path} record={record} />}
    </Shown>
  );
}

function Correction({ faces, path, record }: { faces: RegisterFaces; path: string; record: RecordJson }) {
  const { plural, fields } = faces.register;
  const correcting = useCommand<Correct>(`${plural}.correct`);
  const [reason, setReason] = useState('');
  const back = () => go(`${path}/${record.id}`);
  useKeys([{ keys: 'Escape', label: WORDS.back, act: back }]);
  // Masked contacts come back as they are only when somebody writes new ones.
  const start = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, isMasked(field) ? undefined : record[name]]),
  );
  return (
    <Page title={titled(WORDS.correct, faces)}>
      <Fill
        faces={faces}
        id={record.id}
        start={start}
        sending={correcting}
        submit={WORDS.correct}
        onCancel={back}
        more={<TextField label={WORDS.reason} name="reason" value={reason} onChange={setReason} maxLength={500} />}
        onSubmit={async (values) => {
          const changed = Object.entries(values).filter(([name, value]) => !same(value, start[name]));
          const why = reason.trim() ? { reason } : {};
          const input = { ...Object.fromEntries(changed), ...why, id: record.id };
          if (await correcting.run(input, { version: record.version })) back();
        }}
      />
    </Page>
  );
}

/** Sealed fields start empty, not unknown: `undefined` in a form means that something is on record already. */
const blankOf = ({ register: { fields } }: RegisterFaces) =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, field]) => (isMasked(field) ? [[name, null]] : [])));

const referencesIn = ({ register: { fields } }: RegisterFaces, given: Search) =>
  Object.fromEntries(Object.entries(given).filter(([name]) => fields[name]?.refersTo !== undefined));

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const titled = (verb: { zh: string; en: string }, { register: { label } }: RegisterFaces) => ({
  zh: `${verb.zh}${label.zh}`,
  en: `${verb.en}: ${label.en}`,
});

/** The sections of the register as a form. */
function Fill({
  faces,
  start,
  sending,
  submit,
  onSubmit,
  onCancel,
  more,
  id,
}: {
  faces: RegisterFaces;
  /** The record that is corrected. */
  id?: string;
  start: Record<string, unknown>;
  sending: Pick<ReturnType<typeof useCommand<Add>>, 'problem' | 'isWaiting' | 'isRunning'>;
  submit: { zh: string; en: string };
  onSubmit: (values: Record<string, unknown>) => Promise<void>;
  onCancel: () => void;
  more?: React.ReactNode;
}) {
  const say = useSay();
  const { fields } = faces.register;
  const [values, setValues] = useState<Record<string, unknown>>(start);
  const sections = faces.sections.filter((one) => concerns(one, values));
  const asked = new Set(sections.flatMap((one) => one.fields));
  const all = faces.sections.flatMap((section) => section.fields).filter((name) => name in fields);
  const filled = () =>
    Object.fromEntries(
      all.flatMap((name) => {
        // What was filled in for another kind goes with it.
        if (!asked.has(name)) return [[name, startOf(fields[name])]];
        const value = values[name];
        // A contact that nobody touched is not sent: the form never knew it.
        const field = fields[name];
        if (value === undefined && field && isMasked(field)) return [];
        return [[name, value === '' || value === undefined ? startOf(fields[name]) : value]];
      }),
    );
  return (
    <Form
      label={say(submit)}
      onSubmit={() => void onSubmit(filled())}
      problem={sending.problem}
      isWaiting={sending.isWaiting}
    >
      {sections.map((section) => (
        <Section key={section.title.zh} title={section.title}>
          <div className="record-fields">
            {section.fields
              .filter((name) => name in fields)
              .map((name) => (
                <FieldInput
                  key={name}
                  name={name}
                  field={fields[name] as FieldType}
                  value={values[name]}
                  values={values}
                  onChange={(value) => setValues((held) => ({ ...held, [name]: value }))}
                />
              ))}
          </div>
        </Section>
      ))}
      {/* `<register>.form`: what is shown of a record while it is filled in; given the values as they stand. */}
      <Contributions at={`${faces.register.name}.form`} props={{ values, id }} />
      {more}
      <FormActions submit={submit} isBusy={sending.isRunning} onCancel={onCancel} />
    </Form>
  );
}
