import { useMemo, useState } from 'react';
import type { OutputOf } from '../../foundation/api/web.ts';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  CheckField,
  ChoiceField,
  choicesOf,
  Form,
  FormActions,
  go,
  NumberField,
  Page,
  Section,
  Shown,
  Tag,
  TextAreaField,
  TextField,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { MESSAGE_PRIORITIES } from '../../foundation/messaging/message.register.ts';
import { type Addressee, AddresseeFields } from '../../foundation/messaging/web.ts';
import { HowToStart } from './HowToStart.part.tsx';
import { LINKAGE_ASKS, linkage } from './linkage.register.ts';
import { PARTY_SOURCES } from './linkage-party.register.ts';
import type { start } from './linkages.commands.ts';
import type { propose } from './propose.views.ts';
import './linkages.css';

const { fields: of } = linkage;
const WORDS = {
  title: { zh: '发起一键通', en: 'Start a linkage' },
  about: { zh: '事项', en: 'About' },
  ground: { zh: '地图圈定范围', en: 'Ground drawn on the map' },
  whom: { zh: '通知谁', en: 'Whom it reaches' },
  what: { zh: '通知什么', en: 'What it says' },
  all: { zh: '全选', en: 'All' },
  none: { zh: '全不选', en: 'None' },
  more: { zh: '另外添加', en: 'Add others' },
  nobody: {
    zh: '目前没有在岗人员，将转值班室和具名人员',
    en: 'Nobody is there now; the duty room and a named human follow',
  },
  people: { zh: '{count} 人', en: '{count} people' },
  names: { zh: '{names} 等 {count} 人', en: '{names} and others, {count}' },
  total: { zh: '已选 {parties} 个对象，约 {people} 人', en: '{parties} addressees chosen, about {people} people' },
  second: {
    zh: '达到 {from} 人，须第二人复核后才会发出',
    en: 'From {from} people on it goes out after a second person agrees',
  },
  send: { zh: '立即发出', en: 'Send now' },
  hold: { zh: '提交复核', en: 'Hand to a second person' },
  drill: { zh: '演练（全部通知标注【演练】）', en: 'A drill: every message is marked' },
  isDrill: { zh: '所依事项是演练，全部通知标注【演练】', en: 'The matter is a drill: every message is marked' },
  choices: { zh: '可选答复（每行一个）', en: 'Answers to choose from, one a line' },
  minutes: { zh: '答复时限（分钟）', en: 'To be answered within (min)' },
  meet: { zh: '同时开通会商', en: 'And where they meet' },
  notSet: { zh: '未设置 {setting}', en: '{setting} is not set' },
  noneProposed: { zh: '没有可推荐的对象，请在下面添加', en: 'Nobody can be proposed; add them below' },
} as const;

type Proposal = OutputOf<typeof propose>;

/** 发起一键通: whom it reaches is proposed with the reasons, adjusted by hand, and sent with one press. */
export default function NewLinkage() {
  const [{ register, recordId, within }] = useSearch();
  const origin = useMemo(
    () => ({ ...(register && recordId ? { register, recordId } : {}), ...(within ? { within } : {}) }),
    [register, recordId, within],
  );
  const isSomewhere = Object.keys(origin).length > 0;
  const view = useView<typeof propose>('linkages.propose', origin, { isEnabled: isSomewhere });
  return (
    <Page title={WORDS.title}>
      {isSomewhere ? (
        <Shown of={view} rows={8}>
          {(proposal) => <Start proposal={proposal} origin={origin} />}
        </Shown>
      ) : (
        <HowToStart />
      )}
    </Page>
  );
}

function Start({ proposal, origin }: { proposal: Proposal; origin: object }) {
  const say = useSay();
  const starting = useCommand<typeof start>('linkages.start');
  const { matter, placeText, secondPersonFrom, answerMinutes, meetings } = proposal;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(proposal.items.filter(({ isChosen }) => isChosen).map(({ key }) => key)),
  );
  const [added, setAdded] = useState<readonly Addressee[]>([]);
  const [title, setTitle] = useState(matter?.title.slice(0, 120) ?? '');
  const [words, setWords] = useState('');
  const [priority, setPriority] = useState<(typeof MESSAGE_PRIORITIES)[number]['id']>('urgent');
  const [asks, setAsks] = useState<(typeof LINKAGE_ASKS)[number]['id']>('receipt');
  const [answers, setAnswers] = useState('');
  const [minutes, setMinutes] = useState<number | null>(null);
  const [isDrill, setDrill] = useState(false);
  const [ways, setWays] = useState<readonly string[]>([]);
  const isMarked = matter !== null && matter.mark !== 'real';
  const taken = proposal.items.filter(({ key }) => chosen.has(key));
  const people = taken.reduce((sum, one) => sum + one.people, 0) + added.length;
  const isHeld = people >= secondPersonFrom;
  const submit = async () => {
    const made = await starting.run({
      ...origin,
      title,
      ...(words ? { words } : {}),
      priority,
      asks,
      choices: answers
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      meetings: [...ways],
      isDrill,
      ...(minutes ? { answerMinutes: minutes } : {}),
      parties: [
        ...taken.map(({ source, label, reason, kind, input }) => ({ source, label, reason, kind, input })),
        ...added.map(({ kind, input, words: label }) => ({
          source: 'by_hand' as const,
          label,
          kind,
          input: input as Record<string, unknown>,
        })),
      ],
    });
    if (made) go(`/linkages/${made.id}`);
  };
  return (
    <Form onSubmit={() => void submit()} problem={starting.problem} isWaiting={starting.isWaiting}>
      <p>
        <strong>{matter?.title ?? say(WORDS.ground)}</strong> <span className="soft">{placeText}</span>
      </p>
      <div className="linkage-start">
        <Section
          title={WORDS.whom}
          aside={
            <span className="row">
              <Button kind="bare" onClick={() => setChosen(new Set(proposal.items.map(({ key }) => key)))}>
                {say(WORDS.all)}
              </Button>
              <Button kind="bare" onClick={() => setChosen(new Set())}>
                {say(WORDS.none)}
              </Button>
            </span>
          }
        >
          {proposal.items.length === 0 && <p className="quiet">{say(WORDS.noneProposed)}</p>}
          {PARTY_SOURCES.map((source) => (
            <Group
              key={source.id}
              label={source.label}
              items={proposal.items.filter((one) => one.source === source.id)}
              chosen={chosen}
              onChange={setChosen}
            />
          ))}
          <h3>{say(WORDS.more)}</h3>
          <AddresseeFields chosen={added} onChange={setAdded} />
        </Section>
        <Section title={WORDS.what}>
          <TextField label={of.title.label} name="title" value={title} onChange={setTitle} maxLength={120} isRequired />
          <TextAreaField
            label={of.words.label}
            name="words"
            value={words}
            onChange={setWords}
            rows={4}
            maxLength={2000}
          />
          <ChoiceField
            label={of.priority.label}
            name="priority"
            value={priority}
            onChange={setPriority}
            choices={choicesOf(MESSAGE_PRIORITIES)}
            as="buttons"
          />
          <ChoiceField
            label={of.asks.label}
            name="asks"
            value={asks}
            onChange={setAsks}
            choices={choicesOf(LINKAGE_ASKS)}
            as="buttons"
          />
          {asks === 'answer' && (
            <TextAreaField
              label={WORDS.choices}
              name="choices"
              value={answers}
              onChange={setAnswers}
              rows={3}
              isRequired
            />
          )}
          <NumberField
            label={WORDS.minutes}
            name="answerMinutes"
            value={minutes ?? answerMinutes[priority]}
            onChange={setMinutes}
            max={1440}
          />
          <fieldset className="linkage-meetings">
            <legend>{say(WORDS.meet)}</legend>
            {meetings.map((way) => (
              <div key={way.name}>
                <CheckField
                  label={way.label}
                  name={way.name}
                  isDisabled={!way.isOn}
                  isChecked={ways.includes(way.name)}
                  onChange={(isOn) => setWays(isOn ? [...ways, way.name] : ways.filter((one) => one !== way.name))}
                />
                {!way.isOn && <span className="soft">{say(WORDS.notSet, { setting: way.setting })}</span>}
              </div>
            ))}
          </fieldset>
          {isMarked ? (
            <p>{say(WORDS.isDrill)}</p>
          ) : (
            <CheckField label={WORDS.drill} name="isDrill" isChecked={isDrill} onChange={setDrill} />
          )}
          <p className="linkage-total" aria-live="polite">
            {say(WORDS.total, { parties: taken.length + added.length, people })}
          </p>
          {isHeld && <p role="status">{say(WORDS.second, { from: secondPersonFrom })}</p>}
          <FormActions
            submit={isHeld ? WORDS.hold : WORDS.send}
            isBusy={starting.isRunning}
            onCancel={() => go(matter?.register === 'incident' ? `/incidents/${matter.id}` : '/linkages')}
          />
        </Section>
      </div>
    </Form>
  );
}

function Group({
  label,
  items,
  chosen,
  onChange,
}: {
  label: { zh: string; en: string };
  items: Proposal['items'];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const say = useSay();
  if (items.length === 0) return null;
  const turn = (key: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(key);
    else next.delete(key);
    onChange(next);
  };
  const isWhole = items.every(({ key }) => chosen.has(key));
  const turnAll = () => {
    const keys = items.map(({ key }) => key);
    onChange(isWhole ? new Set([...chosen].filter((key) => !keys.includes(key))) : new Set([...chosen, ...keys]));
  };
  return (
    <fieldset className="linkage-group">
      <legend>
        {say(label)} <Tag>{items.length}</Tag>{' '}
        <Button kind="bare" aria-label={`${say(isWhole ? WORDS.none : WORDS.all)} ${say(label)}`} onClick={turnAll}>
          {say(isWhole ? WORDS.none : WORDS.all)}
        </Button>
      </legend>
      {items.map((one) => (
        <div key={one.key} className="linkage-party">
          <CheckField
            label={{ zh: one.label, en: one.label }}
            name={one.key}
            isChecked={chosen.has(one.key)}
            onChange={(isOn) => turn(one.key, isOn)}
          />
          <span>{one.reason}</span>
          <span className="soft">
            {one.people === 0
              ? say(WORDS.nobody)
              : one.people > one.names.length
                ? say(WORDS.names, { names: one.names.join('、'), count: one.people })
                : one.names.join('、')}
          </span>
        </div>
      ))}
    </fieldset>
  );
}
