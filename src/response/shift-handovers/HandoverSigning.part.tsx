import { useState } from 'react';
import { type OutputOf, useCommand } from '../../foundation/api/web.ts';
import {
  ActionBar,
  Button,
  ChoiceField,
  Dialog,
  Form,
  FormActions,
  TextAreaField,
  TextField,
  useSay,
} from '../../foundation/design-system/web.ts';
import { useViewer } from '../../foundation/identity/web.ts';
import { PersonField } from '../../foundation/organisation/web.ts';
import { shiftHandoverLifecycle } from './shift-handover.lifecycle.ts';
import { shiftHandover } from './shift-handover.register.ts';
import type { hand, refuse, take } from './shift-handovers.commands.ts';
import type { record } from './shift-handovers.views.ts';

export type Sheet = OutputOf<typeof record>;

const { fields: of } = shiftHandover;
const { hand: HAND, take: TAKE, refuse: REFUSE } = shiftHandoverLifecycle.transitions;
export const DEVICES = ['telephone', 'videoConference', 'fax', 'radio', 'satellite'] as const;
const STATES = [
  { value: 'sound', label: { zh: '正常', en: 'Works' } },
  { value: 'faulty', label: { zh: '故障', en: 'Faulty' } },
  { value: 'none', label: { zh: '未配备', en: 'Not there' } },
] as const;
const OTHER = { zh: '其他人', en: 'Somebody else' } as const;

/** The part that only people know, and the first signature. */
export function HandOver({ sheet }: { sheet: Sheet }) {
  const handing = useCommand<typeof hand>('shiftHandovers.hand');
  const [taker, setTaker] = useState(sheet.takerId ?? sheet.next[0]?.personId ?? '');
  const [isOther, setOther] = useState(sheet.next.length === 0);
  const [devices, setDevices] = useState({
    telephone: sheet.telephone ?? 'sound',
    videoConference: sheet.videoConference ?? 'sound',
    fax: sheet.fax ?? 'sound',
    radio: sheet.radio ?? 'sound',
    satellite: sheet.satellite ?? 'sound',
  });
  const [words, setWords] = useState({
    focus: sheet.focus ?? '',
    goods: sheet.goods ?? '',
    abnormal: sheet.abnormal ?? '',
  });
  const submit = () =>
    void handing.run(
      {
        id: sheet.id,
        takerId: taker,
        ...devices,
        focus: words.focus || null,
        goods: words.goods || null,
        abnormal: words.abnormal || null,
      },
      { version: sheet.version },
    );
  return (
    <Form onSubmit={submit} problem={handing.problem} isWaiting={handing.isWaiting}>
      {sheet.next.length > 0 && (
        <ChoiceField
          label={of.takerId.label}
          name={isOther ? 'next' : 'takerId'}
          value={isOther ? 'other' : taker}
          onChange={(value) => {
            setOther(value === 'other');
            setTaker(value === 'other' ? '' : value);
          }}
          choices={[
            ...sheet.next.map(({ personId, name }) => ({ value: personId, label: { zh: name, en: name } })),
            { value: 'other', label: OTHER },
          ]}
          as="buttons"
        />
      )}
      {isOther && (
        <PersonField
          label={of.takerId.label}
          name="takerId"
          value={taker || undefined}
          onChange={(id) => setTaker(id ?? '')}
          isRequired
        />
      )}
      <div className="handover-devices">
        {DEVICES.map((name) => (
          <ChoiceField
            key={name}
            label={of[name].label}
            name={name}
            value={devices[name]}
            onChange={(value) => setDevices({ ...devices, [name]: value })}
            choices={STATES}
          />
        ))}
      </div>
      <TextAreaField
        label={of.focus.label}
        name="focus"
        value={words.focus}
        onChange={(focus) => setWords({ ...words, focus })}
        maxLength={1000}
      />
      <TextField
        label={of.goods.label}
        name="goods"
        value={words.goods}
        onChange={(goods) => setWords({ ...words, goods })}
        maxLength={500}
      />
      <TextAreaField
        label={of.abnormal.label}
        name="abnormal"
        value={words.abnormal}
        onChange={(abnormal) => setWords({ ...words, abnormal })}
        maxLength={1000}
      />
      <FormActions submit={HAND.label} isBusy={handing.isRunning} />
    </Form>
  );
}

/** The second signature, or the reason why not; for the one who is named. */
export function TakeOver({ sheet }: { sheet: Sheet }) {
  const say = useSay();
  const { person } = useViewer();
  const taking = useCommand<typeof take>('shiftHandovers.take');
  const refusing = useCommand<typeof refuse>('shiftHandovers.refuse');
  const [isRefusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  if (sheet.state !== 'handed' || sheet.takerId !== person.id) return null;
  return (
    <>
      <ActionBar actions={[]}>
        <Button
          kind="main"
          isBusy={taking.isRunning}
          onClick={() => void taking.run({ id: sheet.id }, { version: sheet.version })}
        >
          {say(TAKE.label)}
        </Button>
        <Button onClick={() => setRefusing(true)}>{say(REFUSE.label)}</Button>
      </ActionBar>
      {taking.problem && (
        <p className="problem" role="alert">
          {say(taking.problem.phrase)}
        </p>
      )}
      <Dialog title={say(REFUSE.label)} isOpen={isRefusing} onClose={() => setRefusing(false)}>
        <Form
          onSubmit={() =>
            void refusing
              .run({ id: sheet.id, reason }, { version: sheet.version })
              .then((done) => done && setRefusing(false))
          }
          problem={refusing.problem}
          isWaiting={refusing.isWaiting}
        >
          <TextAreaField
            label={of.refusal.label}
            name="reason"
            value={reason}
            onChange={setReason}
            maxLength={500}
            isRequired
          />
          <FormActions submit={REFUSE.label} isBusy={refusing.isRunning} onCancel={() => setRefusing(false)} />
        </Form>
      </Dialog>
    </>
  );
}
