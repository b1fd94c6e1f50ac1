import { useState } from 'react';
import { type OutputOf, useCommand, useView } from '../api/web.ts';
import {
  ActionBar,
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
import { MaskedValue } from '../personal-data/web.ts';
import { RecordTimeline } from '../timeline/web.ts';
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
      <Contributions
        at="person.sections"
        props={{ personId: person.id, personName: person.name, register: 'person', record: person }}
      />
      {isCorrecting && <Correct person={person} onClose={() => setCorrecting(false)} />}
    </RecordPage>
  );
}

function Posts({ person: { appointments } }: { person: Person }) {
  const say = useSay();
  if (appointments.length === 0) return <p className="soft">{say(WORDS.none)}</p>;
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          <th scope="col">{say(WORDS.post)}</th>
          <th scope="col">{say(WORDS.unit)}</th>
          <th scope="col">{say(WORDS.from)}</th>
          <th scope="col">{say(WORDS.until)}</th>
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
          </tr>
        ))}
      </tbody>
    </table>
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
