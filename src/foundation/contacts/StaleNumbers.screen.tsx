import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { type OutputOf, useCommand, useView } from '../api/web.ts';
import {
  Button,
  type Column,
  DataList,
  Dialog,
  Form,
  FormActions,
  Page,
  PhoneField,
  Time,
  toast,
  useSay,
  useSearch,
} from '../design-system/web.ts';
import { person } from '../organisation/person.register.ts';
import { MaskedValue } from '../personal-data/web.ts';
import type { confirm, confirmUnit } from './contacts.commands.ts';
import type { stale } from './contacts.views.ts';

type Entry = OutputOf<typeof stale>['items'][number];

const WORDS = {
  title: { zh: '号码核对', en: 'Numbers to check' },
  summary: {
    zh: '无号码 {missing} · 投递失败 {failing} · 超过 {days} 天未确认 {old} · 有效 {sound}',
    en: '{missing} without a number · {failing} failing · {old} not confirmed for {days} days · {sound} sound',
  },
  reminded: { zh: '上次提醒', en: 'Last reminder' },
  told: { zh: '本期已提醒 {count} 个单位', en: '{count} units reminded this time' },
  next: { zh: '下次提醒', en: 'Next reminder' },
  why: { zh: '原因', en: 'Why' },
  missing: { zh: '无号码', en: 'No number' },
  failing: { zh: '投递失败 {failures} 次', en: '{failures} failed' },
  old: { zh: '久未确认', en: 'Not confirmed' },
  posts: { zh: '岗位', en: 'Posts' },
  unit: { zh: '单位', en: 'Unit' },
  confirmedAt: { zh: '上次确认', en: 'Last confirmed' },
  never: { zh: '从未', en: 'Never' },
  valid: { zh: '仍有效', en: 'Still valid' },
  correct: { zh: '更正', en: 'Correct' },
  steps: { zh: '核对', en: 'Check' },
  none: { zh: '没有待核对的号码', en: 'Every number has been confirmed' },
  confirmAll: { zh: '所选仍有效（{count}）', en: 'The chosen are valid ({count})' },
  confirmed: { zh: '已确认 {count} 个号码', en: '{count} numbers confirmed' },
} as const satisfies Record<string, Phrase>;

const FILTERS = (['missing', 'failing', 'old'] as const).map((value) => ({
  value,
  label: value === 'failing' ? { zh: '投递失败', en: 'Failing' } : WORDS[value],
}));

/** 号码核对: numbers that are missing, fail or were not confirmed in time, each with the step that settles it. */
export default function StaleNumbers() {
  const say = useSay();
  const [search] = useSearch();
  const [correcting, setCorrecting] = useState<Entry>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const confirming = useCommand<typeof confirm>('contacts.confirm');
  const whole = useCommand<typeof confirmUnit>('contacts.confirmUnit');
  const view = useView<typeof stale>(
    'contacts.stale',
    {
      ...(search.why ? { why: search.why as Entry['why'] } : {}),
      ...(search.unit ? { unitId: search.unit } : {}),
    },
    { keepsPrevious: true },
  );
  const items = view.data?.items ?? [];
  const picked = items.filter((one) => chosen.has(one.id) && one.why !== 'missing');
  const confirmPicked = async () => {
    let count = 0;
    for (const unitId of new Set(picked.map((one) => one.unitId))) {
      const people = picked.filter((one) => one.unitId === unitId).map(({ id }) => id);
      count += (await whole.run({ unitId, people }))?.count ?? 0;
    }
    setChosen(new Set());
    if (count > 0) toast({ zh: say(WORDS.confirmed, { count }), en: say(WORDS.confirmed, { count }) });
  };
  const units = (view.data?.units ?? []).map(({ id, name, count }) => ({
    value: id,
    label: { zh: `${name}（${count}）`, en: `${name} (${count})` },
  }));
  const problem = confirming.problem ?? whole.problem;
  return (
    <Page title={WORDS.title}>
      {view.data && <p role="status">{say(WORDS.summary, { ...view.data.counts, days: view.data.confirmDays })}</p>}
      {view.data && (
        <p className="soft">
          {view.data.reminder.lastAt && (
            <>
              {say(WORDS.reminded)} <Time at={view.data.reminder.lastAt} /> ·{' '}
              {say(WORDS.told, { count: view.data.reminder.units })} ·{' '}
            </>
          )}
          {say(WORDS.next)} <Time at={view.data.reminder.nextAt} />
        </p>
      )}
      {problem && (
        <p className="problem" role="alert">
          {say(problem.phrase)}
        </p>
      )}
      <DataList
        name="contacts"
        label={say(WORDS.title)}
        view={view}
        rows={items}
        {...(view.data ? { total: view.data.total } : {})}
        columns={columnsOf(say, setCorrecting, (id) => void confirming.run({ id }))}
        rowKey={({ id }) => id}
        filters={[
          { key: 'unit', label: WORDS.unit, choices: units },
          { key: 'why', label: WORDS.why, choices: FILTERS },
        ]}
        selection={{
          chosen,
          choose: (keys, isOn) => {
            const next = new Set(chosen);
            for (const key of keys) isOn ? next.add(key) : next.delete(key);
            setChosen(next);
          },
        }}
        tools={
          picked.length > 0 && (
            <Button kind="main" isBusy={whole.isRunning} onClick={() => void confirmPicked()}>
              {say(WORDS.confirmAll, { count: picked.length })}
            </Button>
          )
        }
        empty={{ title: WORDS.none }}
      />
      {correcting && (
        <Dialog title={`${say(WORDS.correct)} · ${correcting.name}`} isOpen onClose={() => setCorrecting(undefined)}>
          <Correct one={correcting} onClose={() => setCorrecting(undefined)} />
        </Dialog>
      )}
    </Page>
  );
}

function columnsOf(
  say: ReturnType<typeof useSay>,
  correct: (one: Entry) => void,
  confirmOne: (id: string) => void,
): readonly Column<Entry>[] {
  const { name, phone } = person.fields;
  const why = (one: Entry) => say(WORDS[one.why], { failures: one.failures });
  return [
    { key: 'name', title: name.label, width: '7rem', cell: (one) => one.name, text: (one) => one.name },
    { key: 'unit', title: WORDS.unit, cell: (one) => one.unitName, text: (one) => one.unitName },
    {
      key: 'posts',
      title: WORDS.posts,
      width: 'minmax(8rem, 2fr)',
      cell: (one) => one.posts,
      text: (one) => one.posts,
    },
    {
      key: 'phone',
      title: phone.label,
      width: '13rem',
      cell: (one) => (
        <MaskedValue
          register="person"
          recordId={one.id}
          field="phone"
          label={phone.label}
          name={one.name}
          masked={one.phone}
          kind="tel"
        />
      ),
    },
    { key: 'why', title: WORDS.why, width: '9rem', cell: why, text: why },
    {
      key: 'confirmedAt',
      title: WORDS.confirmedAt,
      width: '9rem',
      cell: (one) => (one.confirmedAt ? <Time at={one.confirmedAt} /> : say(WORDS.never)),
    },
    {
      key: 'steps',
      title: WORDS.steps,
      width: '11rem',
      cell: (one) => (
        <span className="row">
          {one.why !== 'missing' && (
            <Button kind="bare" aria-label={`${say(WORDS.valid)} ${one.name}`} onClick={() => confirmOne(one.id)}>
              {say(WORDS.valid)}
            </Button>
          )}
          <Button kind="bare" aria-label={`${say(WORDS.correct)} ${one.name}`} onClick={() => correct(one)}>
            {say(WORDS.correct)}
          </Button>
        </span>
      ),
    },
  ];
}

function Correct({ one, onClose }: { one: Entry; onClose: () => void }) {
  const confirming = useCommand<typeof confirm>('contacts.confirm');
  const [phone, setPhone] = useState('');
  const send = async () => {
    if (await confirming.run({ id: one.id, phone }, { version: one.version })) onClose();
  };
  return (
    <Form onSubmit={() => void send()} problem={confirming.problem} isWaiting={confirming.isWaiting}>
      <PhoneField label={person.fields.phone.label} name="phone" value={phone} onChange={setPhone} isRequired />
      <FormActions submit={WORDS.correct} isBusy={confirming.isRunning} onCancel={onClose} />
    </Form>
  );
}
