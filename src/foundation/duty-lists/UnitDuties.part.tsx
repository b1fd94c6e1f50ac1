import { useState } from 'react';
import { dayText } from '../../kernel/calendar.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { type OutputOf, serverNow, useCommand, useView } from '../api/web.ts';
import {
  Button,
  DayField,
  Dialog,
  Empty,
  Form,
  FormActions,
  Section,
  Shown,
  TextAreaField,
  TextField,
  useMay,
  useSay,
} from '../design-system/web.ts';
import { useViewer } from '../identity/web.ts';
import { dutyList } from './duty-list.register.ts';
import type { add, change, end } from './duty-lists.commands.ts';
import type { ofUnit } from './duty-lists.views.ts';

type Duty = OutputOf<typeof ofUnit>['items'][number];
interface Step {
  readonly name: 'add' | 'change' | 'end';
  readonly duty?: Duty;
}

const WORDS = {
  title: { zh: '三定职责', en: 'Duties' },
  none: { zh: '还没有录入三定职责', en: 'No duty is on record' },
  whole: { zh: '含历次调整', en: 'With former wordings' },
  span: { zh: '起止', en: 'From – until' },
  now: { zh: '至今', en: 'now' },
  add: { zh: '增加职责', en: 'Add a duty' },
  change: { zh: '调整', en: 'Change' },
  end: { zh: '划出', en: 'End' },
  from: { zh: '自哪天起', en: 'From which day' },
  lastDay: { zh: '最后一天', en: 'Last day' },
} as const satisfies Record<string, Phrase>;

const { duty: dutyField, source: sourceField } = dutyList.fields;

/** 三定职责 of a unit: what holds today, and on demand what held before; every change is dated and names its document. */
export default function UnitDuties({ unitId, unitPath }: { unitId: string; unitPath: string }) {
  const say = useSay();
  const may = useMay();
  const { hats } = useViewer();
  const [isWhole, setWhole] = useState(false);
  const [step, setStep] = useState<Step>();
  const view = useView<typeof ofUnit>('dutyLists.ofUnit', { unitId, isWhole }, { keepsPrevious: true });
  const isRoom = hats.some(({ role }) => role === 'duty_leader' || role === 'duty_officer');
  const mayKeep = may('duty_list.keep') && (isRoom || hats.some(({ unit }) => unitPath.startsWith(unit.path)));
  const aside = (
    <span className="row">
      <Button aria-pressed={isWhole} onClick={() => setWhole(!isWhole)}>
        {say(WORDS.whole)}
      </Button>
      {mayKeep && <Button onClick={() => setStep({ name: 'add' })}>{say(WORDS.add)}</Button>}
    </span>
  );
  return (
    <Section id="duties" title={WORDS.title} aside={aside}>
      <Shown of={view} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={WORDS.none} />
          ) : (
            <table className="table table-stacks">
              <thead>
                <tr>
                  <th scope="col">{say(dutyField.label)}</th>
                  <th scope="col">{say(sourceField.label)}</th>
                  <th scope="col">{say(WORDS.span)}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={one.id}>
                    <td className={one.holds ? undefined : 'soft'}>
                      {one.duty}
                      {mayKeep && one.holds && (
                        <span className="row">
                          <Button kind="bare" onClick={() => setStep({ name: 'change', duty: one })}>
                            {say(WORDS.change)}
                          </Button>
                          <Button kind="bare" onClick={() => setStep({ name: 'end', duty: one })}>
                            {say(WORDS.end)}
                          </Button>
                        </span>
                      )}
                    </td>
                    <td>{one.source}</td>
                    <td>
                      {one.validFrom} — {one.validTo ?? say(WORDS.now)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Shown>
      {step && (
        <Dialog title={say(WORDS[step.name])} isOpen onClose={() => setStep(undefined)}>
          <Change unitId={unitId} step={step} onClose={() => setStep(undefined)} />
        </Dialog>
      )}
    </Section>
  );
}

function Change({ unitId, step, onClose }: { unitId: string; step: Step; onClose: () => void }) {
  const adding = useCommand<typeof add>('dutyLists.add');
  const changing = useCommand<typeof change>('dutyLists.change');
  const ending = useCommand<typeof end>('dutyLists.end');
  const [duty, setDuty] = useState(step.duty?.duty ?? '');
  const [source, setSource] = useState('');
  const [day, setDay] = useState(() => dayText(serverNow()));
  const id = step.duty?.id ?? '';
  const steps = {
    add: { running: adding, send: () => adding.run({ unitId, duty, source, validFrom: day }) },
    change: { running: changing, send: () => changing.run({ id, duty, source, from: day }) },
    end: { running: ending, send: () => ending.run({ id, source, lastDay: day }) },
  };
  const { running, send } = steps[step.name];
  const submit = async () => {
    if (await send()) onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={running.problem} isWaiting={running.isWaiting}>
      {step.name !== 'end' && (
        <TextAreaField
          label={dutyField.label}
          name="duty"
          value={duty}
          onChange={setDuty}
          maxLength={1000}
          isRequired
        />
      )}
      <TextField
        label={sourceField.label}
        name="source"
        value={source}
        onChange={setSource}
        maxLength={200}
        isRequired
      />
      <DayField
        label={step.name === 'end' ? WORDS.lastDay : WORDS.from}
        name={{ add: 'validFrom', change: 'from', end: 'lastDay' }[step.name]}
        value={day}
        onChange={setDay}
        isRequired
      />
      <FormActions submit={WORDS[step.name]} isBusy={running.isRunning} onCancel={onClose} />
    </Form>
  );
}
