import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import {
  Button,
  ChoiceField,
  Form,
  FormActions,
  go,
  TextAreaField,
  TextField,
  useSay,
} from '../../foundation/design-system/web.ts';
import { PlaceField } from '../../foundation/geo/web.ts';
import { UnitField } from '../../foundation/organisation/web.ts';
import type { Point } from '../../kernel/geometry.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { streetWhistle, WHISTLE_PRIORITIES } from './street-whistle.register.ts';
import type { blow } from './street-whistles.commands.ts';

const WORDS = {
  blow: { zh: '吹哨', en: 'Blow the whistle' },
  department: { zh: '呼叫部门', en: 'Call a department' },
  called: { zh: '已选部门', en: 'Departments called' },
  remove: { zh: '移除', en: 'Remove' },
} as const satisfies Record<string, Phrase>;

const { title: titleField, content, priority, placeText, place: placeField } = streetWhistle.fields;
const PRIORITIES = WHISTLE_PRIORITIES.map(({ id, label }) => ({ value: id, label }));

/** 吹哨: what, where, how urgent, and which departments must come. */
export function BlowWhistle({
  incident,
  onDone,
}: {
  /** The incident it is blown for: place and words begin with its own. */
  incident?: { id: string; title: string; placeText: string; place: Point | null } | undefined;
  onDone: () => void;
}) {
  const say = useSay();
  const blowing = useCommand<typeof blow>('streetWhistles.blow');
  const [words, setWords] = useState({
    title: incident?.title ?? '',
    content: '',
    placeText: incident?.placeText ?? '',
  });
  const [urgency, setUrgency] = useState<(typeof WHISTLE_PRIORITIES)[number]['id']>('urgent');
  const [place, setPlace] = useState<Point | undefined>(incident?.place ?? undefined);
  const [departments, setDepartments] = useState<ReadonlyMap<string, string>>(new Map());
  const set = (name: keyof typeof words) => (value: string) => setWords({ ...words, [name]: value });
  const call = (id: string | undefined, name = '') => {
    if (id) setDepartments(new Map([...departments, [id, name]]));
  };
  const send = async () => {
    const blown = await blowing.run({
      ...words,
      priority: urgency,
      place: place ?? null,
      departments: [...departments.keys()],
      ...(incident ? { incidentId: incident.id } : {}),
    });
    if (!blown) return;
    onDone();
    go(`/street-whistles/${blown.id}`);
  };
  return (
    <Form onSubmit={() => void send()} problem={blowing.problem} isWaiting={blowing.isWaiting}>
      <TextField
        label={titleField.label}
        name="title"
        value={words.title}
        onChange={set('title')}
        maxLength={200}
        isRequired
      />
      <TextAreaField
        label={content.label}
        name="content"
        value={words.content}
        onChange={set('content')}
        maxLength={2000}
        isRequired
      />
      <TextField
        label={placeText.label}
        name="placeText"
        value={words.placeText}
        onChange={set('placeText')}
        maxLength={500}
        isRequired
      />
      <PlaceField label={placeField.label} name="place" value={place} onChange={setPlace} />
      <ChoiceField label={priority.label} value={urgency} onChange={setUrgency} choices={PRIORITIES} as="buttons" />
      <UnitField
        key={departments.size}
        label={WORDS.department}
        name="departments"
        value={undefined}
        onChange={call}
        isRequired={departments.size === 0}
      />
      {departments.size > 0 && (
        <ul aria-label={say(WORDS.called)}>
          {[...departments].map(([id, name]) => (
            <li key={id}>
              {name}{' '}
              <Button
                kind="bare"
                aria-label={`${say(WORDS.remove)} ${name}`}
                onClick={() => setDepartments(new Map([...departments].filter(([each]) => each !== id)))}
              >
                {say(WORDS.remove)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FormActions submit={WORDS.blow} isBusy={blowing.isRunning} onCancel={onDone} />
    </Form>
  );
}
