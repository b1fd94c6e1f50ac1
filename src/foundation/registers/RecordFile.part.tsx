import { type ComponentType, Suspense, useEffect, useState } from 'react';
import type { Command } from '../api/define.ts';
import { useCommand } from '../api/web.ts';
import {
  type Action,
  ActionBar,
  Contributions,
  Dialog,
  Facts,
  Form,
  FormActions,
  go,
  lazyOf,
  type PartContribution,
  RecordPage,
  Section,
  Shown,
  Skeleton,
  StateBadge,
  TableHead,
  TextAreaField,
  Time,
  useContributions,
  useKeys,
  useLanguage,
  useMay,
  useParams,
  useSay,
  useSearch,
} from '../design-system/web.ts';
import { transitionsFrom } from '../lifecycle/define.ts';
import { RecordTimeline } from '../timeline/web.ts';
import { type FieldType, type RegisterFaces, startOf } from './define.ts';
import { FieldInput } from './FieldInput.part.tsx';
import { FieldValue, valueText } from './FieldValue.part.tsx';
import { RecordMap } from './field-faces/place.part.tsx';
import { RecordLinks } from './Links.part.tsx';
import { useHasScreen } from './merging/has-screen.part.tsx';
import { MergedHere } from './merging/MergedHere.part.tsx';
import { type Change, type Labels, type RecordFileJson, type RecordJson, useRecord } from './record-views.part.tsx';
import { concerns } from './soundness.rules.ts';

const WORDS = {
  correct: { zh: '更正', en: 'Correct' },
  duplicates: { zh: '查找重复', en: 'Find duplicates' },
  back: { zh: '返回列表', en: 'Back to the list' },
  reason: { zh: '事由', en: 'Reason' },
  changes: { zh: '修改记录', en: 'Changes' },
  when: { zh: '时间', en: 'When' },
  who: { zh: '修改人', en: 'Who' },
  field: { zh: '栏目', en: 'Field' },
  from: { zh: '原值', en: 'Was' },
  to: { zh: '现值', en: 'Is' },
  sealed: { zh: '个人信息，只记录已改动', en: 'personal: only the fact of a change is kept' },
  area: { zh: '区域', en: 'Area' },
  unit: { zh: '归属单位', en: 'Owner' },
  changed: { zh: '最近修改', en: 'Last changed' },
  kept: { zh: '归属', en: 'Where it belongs' },
} as const;

type Step = Command<string, { id: string; reason?: string } & Record<string, unknown>, { id: string }>;

/**
 * One record on its page; a capability adds its own at the points `<register>.sections` and `<register>.actions`, and to
 * every register's page at `registers.sections`, `registers.actions` and `registers.badges`, given `{ faces, record }`.
 */
export function RecordFile({ faces, path }: { faces: RegisterFaces; path: string }) {
  const { id } = useParams();
  const view = useRecord(faces, id);
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go(path) }]);
  const [search] = useSearch();
  const into = view.data?.mergedInto;
  useEffect(() => {
    // The old address leads to the record that stayed, unless somebody asks for the old one.
    if (into && !search.original) go(`${path}/${into}`, { replaces: true });
  }, [into, path, search.original]);
  return <Shown of={view}>{(file) => <File faces={faces} path={path} file={file} />}</Shown>;
}

function File({ faces, path, file }: { faces: RegisterFaces; path: string; file: RecordFileJson }) {
  const say = useSay();
  const may = useMay();
  const [asked, setAsked] = useState<string>();
  const { register, lifecycle } = faces;
  const { record, labels, history } = file;
  const steps = transitionsFrom(lifecycle, record.state).filter(
    (step) => isOffered(faces, step) && may(lifecycle.transitions[step]?.may.name),
  );
  const mayCorrect = may(faces.keep.name) && faces.inUse.includes(record.state);
  const parts = useContributions(`${register.name}.sections`);
  const sections = faces.sections.filter((one) => concerns(one, record));
  const hasDuplicates = useHasScreen(`${path}/duplicates`);
  const correct = () => go(`${path}/${record.id}/correction`);
  useKeys(mayCorrect ? [{ keys: 'e', label: WORDS.correct, act: correct }] : []);
  const actions: Action[] = [
    ...(mayCorrect ? [{ key: 'correct', label: WORDS.correct, kind: 'main' as const, act: correct }] : []),
    ...(mayCorrect && hasDuplicates
      ? [{ key: 'duplicates', label: WORDS.duplicates, act: () => go(`${path}/duplicates?of=${record.id}`) }]
      : []),
    ...steps.map((step) => ({
      key: step,
      label: lifecycle.transitions[step]?.label ?? UNNAMED,
      act: () => setAsked(step),
    })),
  ];
  const state = lifecycle.states[record.state];
  return (
    <RecordPage
      number={record.number ?? undefined}
      title={String(record[register.title] ?? '')}
      mark={record.mark}
      badges={
        <>
          {state && <StateBadge label={state} tone={faces.inUse.includes(record.state) ? 'active' : 'ended'} />}
          <Contributions at="registers.badges" props={{ faces, record }} />
        </>
      }
      owner={labels[record.ownerUnitId]}
      sections={parts.length > 0 ? anchorsOf(sections, parts) : []}
      timeline={<RecordTimeline register={register.name} id={record.id} />}
      actions={
        <ActionBar actions={actions}>
          <Contributions at={`${register.name}.actions`} props={{ record }} />
          <Contributions at="registers.actions" props={{ faces, record }} />
        </ActionBar>
      }
    >
      {sections.map((section) => (
        <Section key={section.title.zh} id={section.fields[0]} title={section.title}>
          <Facts
            facts={section.fields.map((name) => ({
              label: (register.fields[name] ?? faces.computed[name])?.label ?? UNNAMED,
              value: <FieldValue faces={faces} name={name} record={record} labels={labels} />,
            }))}
          />
        </Section>
      ))}
      <Section title={WORDS.kept}>
        <Facts
          facts={[
            { label: WORDS.unit, value: labels[record.ownerUnitId] },
            { label: WORDS.area, value: labels[record.areaCode] ?? record.areaCode },
            { label: WORDS.changed, value: <Time at={record.changedAt} /> },
          ]}
        />
      </Section>
      <RecordMap fields={register.fields} record={record} label={String(record[register.title] ?? '')} />
      {parts.map((part) => (
        <Section key={part.name} id={part.name} title={part.title ?? UNNAMED}>
          <Part part={part} record={record} labels={labels} />
        </Section>
      ))}
      <RecordLinks register={register.name} id={record.id} />
      <MergedHere faces={faces} path={path} file={file} />
      <Contributions at="registers.sections" props={{ register: register.name, faces, record }} />
      {history.length > 0 && (
        <Section title={WORDS.changes}>
          <History faces={faces} history={history} labels={labels} />
        </Section>
      )}
      {asked && (
        <Dialog title={say(lifecycle.transitions[asked]?.label ?? UNNAMED)} isOpen onClose={() => setAsked(undefined)}>
          <TakeStep faces={faces} step={asked} record={record} onClose={() => setAsked(undefined)} />
        </Dialog>
      )}
    </RecordPage>
  );
}

/** Places on the page: the register's own sections, then what capabilities add. */
const anchorsOf = (sections: RegisterFaces['sections'], parts: readonly PartContribution[]) => [
  ...sections.map(({ title, fields: [first = title.en] }) => ({ id: first, title })),
  ...parts.map(({ name, title = UNNAMED }) => ({ id: name, title })),
];

/** What a capability shows on a record of this register: given the record as the page has it. */
function Part({ part, ...props }: { part: PartContribution; record: RecordJson; labels: Labels }) {
  const Drawn = lazyOf(part.load) as ComponentType<Omit<typeof props, 'part'>>;
  return (
    <Suspense fallback={<Skeleton rows={3} />}>
      <Drawn {...props} />
    </Suspense>
  );
}

const UNNAMED = { zh: '', en: '' };

/** Merging has a screen of its own; a step without a fact has its button from the capability. */
const isOffered = ({ steps }: RegisterFaces, step: string) =>
  step === 'withdraw' || step === 'restore' || steps[step]?.fact !== undefined;

function TakeStep({
  faces,
  step,
  record,
  onClose,
}: {
  faces: RegisterFaces;
  step: string;
  record: RecordJson;
  onClose: () => void;
}) {
  const taking = useCommand<Step>(`${faces.register.plural}.${step}`);
  const own = faces.steps[step];
  const asks = own?.asks ?? [];
  const { fields } = faces.register;
  const [values, setValues] = useState<Record<string, unknown>>(
    Object.fromEntries(asks.map((name) => [name, record[name] ?? startOf(fields[name])])),
  );
  const [reason, setReason] = useState('');
  const submit = async () => {
    const why = reason.trim() === '' ? {} : { reason };
    if (await taking.run({ ...values, ...why, id: record.id }, { version: record.version })) onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={taking.problem} isWaiting={taking.isWaiting}>
      {asks.map((name) => (
        <FieldInput
          key={name}
          name={name}
          field={fields[name] as FieldType}
          value={values[name]}
          onChange={(value) => setValues((held) => ({ ...held, [name]: value }))}
        />
      ))}
      <TextAreaField
        label={WORDS.reason}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired={own ? (own.needsReason ?? false) : true}
      />
      <FormActions
        submit={faces.lifecycle.transitions[step]?.label ?? UNNAMED}
        isBusy={taking.isRunning}
        onCancel={onClose}
      />
    </Form>
  );
}

/** Field by field: what was, what is, who changed it and when. */
function History({ faces, history, labels }: { faces: RegisterFaces; history: readonly Change[]; labels: Labels }) {
  const say = useSay();
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  const { fields } = faces.register;
  const text = (name: string, value: unknown) => {
    const field = fields[name];
    return (field && valueText(field, value, labels, language)) || '—';
  };
  return (
    <table className="table table-stacks">
      <TableHead titles={[WORDS.when, WORDS.who, WORDS.field, WORDS.from, WORDS.to, WORDS.reason]} />
      <tbody>
        {history.flatMap((change) =>
          Object.entries(change.changes).map(([name, { from, to, digest }]) => (
            <tr key={`${change.at} ${name}`}>
              <td data-label={say(WORDS.when)}>
                <Time at={change.at} />
              </td>
              <td data-label={say(WORDS.who)}>{change.actorName ?? '—'}</td>
              <th scope="row" data-label={say(WORDS.field)}>
                {fields[name] ? say(fields[name].label) : name}
              </th>
              <td data-label={say(WORDS.from)}>{digest === undefined ? text(name, from) : say(WORDS.sealed)}</td>
              <td data-label={say(WORDS.to)}>{digest === undefined ? text(name, to) : ''}</td>
              <td data-label={say(WORDS.reason)}>{change.reason ?? ''}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
