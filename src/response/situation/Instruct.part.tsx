import { useState } from 'react';
import type { Command } from '../../foundation/api/define.ts';
import { serverNow, useCommand } from '../../foundation/api/web.ts';
import {
  Button,
  Dialog,
  Form,
  FormActions,
  TextAreaField,
  toast,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import { useViewer } from '../../foundation/identity/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { LedIncident } from './LeaderPage.field.tsx';

/** As much of `leaderInstructions.register` as a phone fills in. */
type Register = Command<
  'leaderInstructions.register',
  {
    subject: string;
    text: string;
    leaderId: string;
    givenAt: string;
    incidentId: string;
    dueAt: string;
    units: string[];
  },
  { number: string }
>;

const WORDS = {
  instruct: { zh: '批示', en: 'Instruct' },
  own: { zh: '其他批示', en: 'In other words' },
  text: { zh: '批示内容', en: 'Your words' },
  units: { zh: '承办单位', en: 'Who carries it out' },
  given: { zh: '已批示，值班室督办：{text}', en: 'Instructed; the duty room follows it up: {text}' },
} as const satisfies Record<string, Phrase>;

/** What a leader says most often, worded as it goes out on paper: Chinese. */
const PHRASES: readonly Phrase[] = [
  { zh: '全力救治伤员，确保人员安全。', en: 'Save lives first' },
  { zh: '立即核实人员伤亡和影响范围，随时报告。', en: 'Verify casualties and report' },
  { zh: '有序组织群众转移，妥善安置。', en: 'Move people out in good order' },
];

/** Hours until an instruction from a phone is due. */
const HOURS = 2;

/** 批示 in one tap: the phrase goes out as it stands, to the unit that keeps the incident; own words and other units on demand. */
export function Instruct({ incident }: { incident: LedIncident }) {
  const say = useSay();
  const may = useMay();
  const viewer = useViewer();
  const registering = useCommand<Register>('leaderInstructions.register');
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [units, setUnits] = useState<readonly string[]>(() => incident.units.slice(0, 1).map(({ id }) => id));
  if (!may('leader_instruction.register')) return null;
  const send = async (words: string, to: readonly string[]) => {
    const now = serverNow();
    const given = await registering.run({
      subject: incident.title,
      text: words,
      leaderId: viewer.person.id,
      givenAt: now.toISOString(),
      incidentId: incident.id,
      dueAt: new Date(now.getTime() + HOURS * 60 * 60_000).toISOString(),
      units: [...to],
    });
    if (given) {
      toast({ zh: WORDS.given.zh.replace('{text}', words), en: WORDS.given.en.replace('{text}', words) });
      setOpen(false);
      setText('');
    }
  };
  return (
    <div className="instruct">
      {PHRASES.map((phrase) => (
        <Button
          key={phrase.en}
          isBusy={registering.isRunning}
          onClick={() =>
            void send(
              phrase.zh,
              incident.units.slice(0, 1).map(({ id }) => id),
            )
          }
        >
          {say(phrase)}
        </Button>
      ))}
      <Button kind="main" onClick={() => setOpen(true)}>
        {say(WORDS.own)}
      </Button>
      {!isOpen && registering.problem && (
        <p className="problem" role="alert">
          {say(registering.problem.phrase)}
        </p>
      )}
      <Dialog title={`${say(WORDS.instruct)} · ${incident.title}`} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Form onSubmit={() => void send(text, units)} problem={registering.problem} isWaiting={registering.isWaiting}>
          <TextAreaField
            label={WORDS.text}
            name="text"
            value={text}
            onChange={setText}
            rows={4}
            maxLength={2000}
            isRequired
          />
          <fieldset className="field">
            <legend>{say(WORDS.units)}</legend>
            {incident.units.map(({ id, name }) => (
              <label key={id} className="row">
                <input
                  type="checkbox"
                  checked={units.includes(id)}
                  onChange={({ target }) =>
                    setUnits(target.checked ? [...units, id] : units.filter((one) => one !== id))
                  }
                />
                {name}
              </label>
            ))}
          </fieldset>
          <FormActions submit={WORDS.instruct} isBusy={registering.isRunning} onCancel={() => setOpen(false)} />
        </Form>
      </Dialog>
    </div>
  );
}
