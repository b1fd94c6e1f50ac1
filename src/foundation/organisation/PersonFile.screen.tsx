import { useState } from 'react';
import { type OutputOf, useCommand, useView } from '../api/web.ts';
import {
  ActionBar,
  Button,
  Contributions,
  Dialog,
  Facts,
  Form,
  FormActions,
  Go,
  go,
  RecordPage,
  Section,
  Shown,
  StateBadge,
  Tag,
  Time,
  useKeys,
  useMay,
  useParams,
  useSay,
} from '../design-system/web.ts';
import { ROLES, type Role } from '../identity/define.ts';
import { useViewer } from '../identity/web.ts';
import { MaskedValue } from '../personal-data/web.ts';
import { RecordTimeline } from '../timeline/web.ts';
import { CorrectDialog } from './appointments/AppointDialog.part.tsx';
import { appointerOf } from './appointments/appointing.rules.ts';
import type { record } from './organisation.views.ts';
import { PersonFields, useContacts } from './PersonFields.part.tsx';
import type { correct } from './people.commands.ts';
import { person as register } from './person.register.ts';

type Person = OutputOf<typeof record>;

const WORDS = {
  back: { zh: '返回通讯录', en: 'Back to the phone book' },
  correct: { zh: '更正信息', en: 'Correct' },
  unchanged: { zh: '不填则保持不变', en: 'Unchanged, if left empty' },
  unit: { zh: '单位', en: 'Unit' },
  posts: { zh: '任职', en: 'Posts' },
  post: { zh: '岗位', en: 'Post' },
  from: { zh: '自', en: 'From' },
  until: { zh: '至', en: 'Until' },
  now: { zh: '在任', en: 'In office' },
  none: { zh: '没有任职记录', en: 'No post on record' },
  deputy: { zh: '代 {name}', en: 'for {name}' },
  acting: { zh: '代理主持 {name}', en: 'acting for {name}' },
  step: { zh: '办理', en: 'Step' },
  put: { zh: '更正', en: 'Correct' },
  beliefs: { zh: '任职认定记录', en: 'What was known when' },
  recorded: { zh: '登记', en: 'Recorded' },
  retracted: { zh: '认定至', en: 'Believed until' },
  reason: { zh: '变更原因', en: 'Reason' },
  timeline: { zh: '大事记', en: 'Timeline' },
} as const;

/** 人员: how to reach somebody, and every post they hold or held. */
export default function PersonFile() {
  const { id = '' } = useParams();
  const view = useView<typeof record>('people.record', { id }, { topics: [`person/${id}`, 'appointment'] });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/people') }]);
  return <Shown of={view}>{(person) => <File person={person} />}</Shown>;
}

function File({ person }: { person: Person }) {
  const say = useSay();
  const may = useMay();
  const [isCorrecting, setCorrecting] = useState(false);
  const contact = (field: 'phone' | 'secondPhone' | 'officePhone' | 'email', kind: 'tel' | 'mailto') => ({
    label: register.fields[field].label,
    value: (
      <MaskedValue
        register="person"
        recordId={person.id}
        field={field}
        label={register.fields[field].label}
        name={person.name}
        masked={person[field]}
        kind={kind}
      />
    ),
  });
  const actions = may('organisation.maintain')
    ? [{ key: 'correct', label: WORDS.correct, act: () => setCorrecting(true) }]
    : [];
  return (
    <RecordPage
      title={person.name}
      owner={<Go to={`/organisation/${person.unitId}`}>{person.unitName}</Go>}
      timeline={
        <>
          <h2>{say(WORDS.timeline)}</h2>
          <RecordTimeline register="person" id={person.id} />
        </>
      }
      actions={<ActionBar actions={actions} />}
    >
      <Section title={register.label}>
        <Facts
          facts={[
            contact('phone', 'tel'),
            ...(person.secondPhone ? [contact('secondPhone', 'tel')] : []),
            contact('officePhone', 'tel'),
            contact('email', 'mailto'),
            ...(person.note ? [{ label: register.fields.note.label, value: person.note }] : []),
          ]}
        />
      </Section>
      <Section title={WORDS.posts}>
        <Posts person={person} />
      </Section>
      {person.beliefs.length > 0 && (
        <Section title={WORDS.beliefs}>
          <Beliefs beliefs={person.beliefs} />
        </Section>
      )}
      <Contributions
        at="person.sections"
        props={{ personId: person.id, personName: person.name, register: 'person', record: person }}
      />
      {isCorrecting && <Correct person={person} onClose={() => setCorrecting(false)} />}
    </RecordPage>
  );
}

function Beliefs({ beliefs }: Pick<Person, 'beliefs'>) {
  const say = useSay();
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          {(['recorded', 'post', 'from', 'until', 'retracted', 'reason'] as const).map((key) => (
            <th scope="col" key={key}>
              {say(WORDS[key])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {beliefs.map((one) => (
          <tr key={one.id}>
            <td>
              <Time at={one.recordedAt} /> {one.recordedBy}
            </td>
            <td>
              {one.unitName} {one.postName}
            </td>
            <td>
              <Time at={one.validFrom} />
            </td>
            <td>{one.validTo ? <Time at={one.validTo} /> : '—'}</td>
            <td>{one.retractedAt ? <Time at={one.retractedAt} /> : '—'}</td>
            <td>{one.reason ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Posts({ person: { appointments } }: { person: Person }) {
  const say = useSay();
  const may = useMay();
  const { hats } = useViewer();
  const [wrong, setWrong] = useState<Person['appointments'][number]>();
  const mayCorrect = ({ role }: { role: string }) =>
    may('appointment.appoint') && hats.some((hat) => hat.role === appointerOf(role as Role));
  const hasSteps = appointments.some(mayCorrect);
  if (appointments.length === 0) return <p className="soft">{say(WORDS.none)}</p>;
  return (
    <>
      {wrong && <CorrectDialog of={wrong} onClose={() => setWrong(undefined)} />}
      <table className="table table-stacks">
        <thead>
          <tr>
            <th scope="col">{say(WORDS.post)}</th>
            <th scope="col">{say(WORDS.unit)}</th>
            <th scope="col">{say(WORDS.from)}</th>
            <th scope="col">{say(WORDS.until)}</th>
            {hasSteps && <th scope="col">{say(WORDS.step)}</th>}
          </tr>
        </thead>
        <tbody>
          {appointments.map((one) => (
            <tr key={one.appointmentId}>
              <th scope="row">
                <span className="row">
                  {one.postName}
                  <Tag>{say(ROLES[one.role as Role])}</Tag>
                  {one.isDeputy && (
                    <Tag>{say(one.actingReason ? WORDS.acting : WORDS.deputy, { name: one.deputyOfName ?? '' })}</Tag>
                  )}
                  {one.actingReason && <span className="soft">{one.actingReason}</span>}
                </span>
              </th>
              <td>
                <Go to={`/organisation/${one.unitId}`}>{one.unitName}</Go>
              </td>
              <td>
                <Time at={one.validFrom} />
              </td>
              <td>{one.validTo ? <Time at={one.validTo} /> : <StateBadge label={WORDS.now} />}</td>
              {hasSteps && (
                <td>
                  {mayCorrect(one) && (
                    <Button kind="bare" aria-label={`${say(WORDS.put)}: ${one.postName}`} onClick={() => setWrong(one)}>
                      {say(WORDS.put)}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Correct({ person, onClose }: { person: Person; onClose: () => void }) {
  const say = useSay();
  const correcting = useCommand<typeof correct>('people.correct');
  const contacts = useContacts(person.name);
  const send = async () => {
    if (await correcting.run({ id: person.id, ...contacts.values }, { version: person.version })) onClose();
  };
  return (
    <Dialog title={`${say(WORDS.correct)} · ${person.name}`} isOpen onClose={onClose}>
      <Form onSubmit={() => void send()} problem={correcting.problem} isWaiting={correcting.isWaiting}>
        <PersonFields {...contacts} hint={WORDS.unchanged} />
        <FormActions submit={WORDS.correct} isBusy={correcting.isRunning} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
