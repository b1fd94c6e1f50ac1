import { useState } from 'react';
import { type KeptCommand, serverNow, useCommand, useKeptCommand, useKeptCommands } from '../../foundation/api/web.ts';
import {
  Button,
  Dialog,
  Form,
  FormActions,
  NumberField,
  TextAreaField,
  TextField,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import { useViewer } from '../../foundation/identity/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { shelterStay } from '../../preparedness/shelters/shelter-stay.register.ts';
import type { checkIn, goHome, report } from './evacuation-doors.commands.ts';
import { OUTCOMES } from './evacuation-household.register.ts';
import { type Door, doorFields, ShelterField } from './evacuation-words.part.tsx';

type Answer = Exclude<Door['outcome'], 'pending'>;
const ANSWERS: readonly Answer[] = ['moved', 'refused', 'not_home', 'away'];
const WORDS = {
  all: { zh: '全部 {people} 人', en: 'All {people}' },
  checkIn: { zh: '入住登记', en: 'Check in' },
  home: { zh: '登记返家', en: 'Home' },
  save: { zh: '登记', en: 'Save' },
  kept: {
    zh: '已记在本机：{outcome}，联网后自动发送',
    en: 'Kept on this machine: {outcome}; sent when there is a connection',
  },
} as const satisfies Record<string, Phrase>;

/** The four answers of a door as large buttons: nobody home is one touch, the others ask what is needed. */
export function DoorAnswers({ of }: { of: Door }) {
  const say = useSay();
  const may = useMay();
  const [asks, setAsks] = useState<Answer | 'check_in'>();
  const { person } = useViewer();
  const reporting = useKeptCommand<typeof report>(REPORT, person.id);
  const waiting = keptOf(useKeptCommands(person.id), of.id);
  const returning = useCommand<typeof goHome>('evacuationHouseholds.goHome');
  const close = () => setAsks(undefined);
  if (!may('evacuation_household.report')) return null;
  const name = (word: Phrase) => `${say(word)} ${of.address} ${of.door ?? ''}`.trim();
  const isHomeward =
    of.evacuationState === 'returning' && of.state === 'answered' && ['moved', 'away'].includes(of.outcome);
  const mayCheckIn =
    may('shelter_stay.keep') &&
    !of.isCheckedIn &&
    of.state !== 'home' &&
    ['under_way', 'ended'].includes(of.evacuationState);
  const notHome = () =>
    void reporting.run({ id: of.id, outcome: 'not_home', ...EMPTY, at: nowText() }, saying(of, 'not_home'));
  const problem = reporting.problem ?? returning.problem;
  return (
    <>
      {waiting && (
        <p className="stale-note" role="status">
          {say(WORDS.kept, { outcome: say(labelOf(OUTCOMES, waiting)) })}
        </p>
      )}
      <div className="order-actions">
        {of.evacuationState === 'under_way' &&
          ANSWERS.map((answer) => (
            <Button
              key={answer}
              kind={answer === 'moved' && of.outcome === 'pending' ? 'main' : 'plain'}
              aria-label={name(labelOf(OUTCOMES, answer))}
              aria-pressed={of.outcome === answer}
              isBusy={answer === 'not_home' && reporting.isRunning}
              onClick={() => (answer === 'not_home' ? notHome() : setAsks(answer))}
            >
              {say(labelOf(OUTCOMES, answer))}
            </Button>
          ))}
        {mayCheckIn && (
          <Button aria-label={name(WORDS.checkIn)} onClick={() => setAsks('check_in')}>
            {say(WORDS.checkIn)}
          </Button>
        )}
        {isHomeward && (
          <Button
            kind="main"
            aria-label={name(WORDS.home)}
            isBusy={returning.isRunning}
            onClick={() => void returning.run({ id: of.id })}
          >
            {say(WORDS.home)}
          </Button>
        )}
      </div>
      {problem && !asks && (
        <p className="problem" role="alert">
          {say(problem.phrase)}
        </p>
      )}
      <Dialog
        title={`${say(asks === 'check_in' ? WORDS.checkIn : labelOf(OUTCOMES, asks ?? 'moved'))} · ${of.address} ${of.door ?? ''}`}
        isOpen={asks !== undefined}
        onClose={close}
      >
        {asks === 'check_in' && <CheckIn of={of} onDone={close} />}
        {asks && asks !== 'check_in' && <Report of={of} answer={asks} onDone={close} />}
      </Dialog>
    </>
  );
}

const EMPTY = { movedPeople: null, shelterId: null, destination: null, reason: null };
const REPORT = 'evacuationHouseholds.report';
/** Sent hours later, it still says when somebody stood at the door. */
const nowText = () => serverNow().toISOString();
const saying = (of: Door, answer: Answer) => {
  const { zh, en } = labelOf(OUTCOMES, answer);
  const door = `${of.address} ${of.door ?? ''}`.trim();
  return { version: of.version, says: { zh: `${door} ${zh}`, en: `${door} ${en}` } };
};

/** What was answered at this door and is not with the server yet. */
export function keptOf(kept: readonly KeptCommand[], doorId: string): Answer | undefined {
  const one = kept.find(({ name, input, problem }) => name === REPORT && input.id === doorId && !problem);
  return one && (one.input as { outcome?: Answer }).outcome;
}

function Report({ of, answer, onDone }: { of: Door; answer: Answer; onDone: () => void }) {
  const { person } = useViewer();
  const reporting = useKeptCommand<typeof report>(REPORT, person.id);
  const [people, setPeople] = useState<number | null>(of.people);
  const [shelterId, setShelterId] = useState(of.shelterId);
  const [words, setWords] = useState({ destination: '', reason: '' });
  const isOut = answer === 'moved' || answer === 'away';
  const submit = async () => {
    const done = await reporting.run(
      {
        id: of.id,
        outcome: answer,
        movedPeople: isOut ? people : null,
        shelterId: answer === 'moved' && !words.destination ? shelterId : null,
        destination: words.destination || null,
        reason: words.reason || null,
        at: nowText(),
      },
      saying(of, answer),
    );
    if (done) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={reporting.problem}>
      {isOut && (
        <NumberField
          label={doorFields.movedPeople.label}
          name="movedPeople"
          value={people}
          onChange={setPeople}
          min={1}
          max={500}
          isRequired
        />
      )}
      {answer === 'moved' && (
        <ShelterField
          label={doorFields.shelterId.label}
          name="shelterId"
          value={shelterId}
          onChange={setShelterId}
          near={of.place}
        />
      )}
      {isOut && (
        <TextField
          label={doorFields.destination.label}
          name="destination"
          value={words.destination}
          onChange={(destination) => setWords({ ...words, destination })}
          maxLength={200}
        />
      )}
      <TextAreaField
        label={doorFields.reason.label}
        name="reason"
        value={words.reason}
        onChange={(reason) => setWords({ ...words, reason })}
        rows={2}
        maxLength={500}
        isRequired={answer === 'refused'}
      />
      <FormActions submit={WORDS.save} isBusy={reporting.isRunning} onCancel={onDone} />
    </Form>
  );
}

const { bed, overCapacityReason, people: peopleField } = shelterStay.fields;

function CheckIn({ of, onDone }: { of: Door; onDone: () => void }) {
  const checking = useCommand<typeof checkIn>('evacuationHouseholds.checkIn');
  const [people, setPeople] = useState<number | null>(of.movedPeople ?? of.people);
  const [shelterId, setShelterId] = useState(of.shelterId);
  const [words, setWords] = useState({ bed: '', overCapacityReason: '' });
  const submit = async () => {
    const done = await checking.run({
      id: of.id,
      shelterId,
      bed: words.bed,
      people: people ?? of.people,
      needs: [],
      overCapacityReason: words.overCapacityReason || null,
    });
    if (done) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={checking.problem} isWaiting={checking.isWaiting}>
      <ShelterField
        label={doorFields.shelterId.label}
        name="shelterId"
        value={shelterId}
        onChange={setShelterId}
        near={of.place}
        isRequired
      />
      <TextField
        label={bed.label}
        name="bed"
        value={words.bed}
        onChange={(value) => setWords({ ...words, bed: value })}
        isRequired
      />
      <NumberField
        label={peopleField.label}
        name="people"
        value={people}
        onChange={setPeople}
        min={1}
        max={50}
        isRequired
      />
      <TextField
        label={overCapacityReason.label}
        name="overCapacityReason"
        value={words.overCapacityReason}
        onChange={(value) => setWords({ ...words, overCapacityReason: value })}
      />
      <FormActions submit={WORDS.checkIn} isBusy={checking.isRunning} onCancel={onDone} />
    </Form>
  );
}
