import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import {
  Button,
  Dialog,
  Form,
  FormActions,
  Go,
  Section,
  StateBadge,
  Tag,
  TextAreaField,
  Time,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { SOURCE_CHANNELS } from './intake.register.ts';
import { STATES, toneOf } from './intake-states.part.tsx';
import type { leave } from './same-matter.commands.ts';
import type { IntakePartProps } from './web.ts';

const WORDS = {
  title: { zh: '同一情况的接报', en: 'Reports of the same matter' },
  sameAs: { zh: '已并入', en: 'Merged into' },
  joined: { zh: '并入本条', en: 'Merged into this one' },
  splitFrom: { zh: '拆分自', en: 'Split from' },
  part: { zh: '拆出', en: 'Split off' },
  leave: { zh: '撤销并入', en: 'Undo the merge' },
  reason: { zh: '为什么不是同一情况', en: 'Why it is another matter' },
  hint: {
    zh: '该接报回到待处理；书面初报时限仍从获悉时间算起。',
    en: 'The report waits to be decided on; its limit still runs from the time known.',
  },
} as const;

type Linked = IntakePartProps['report']['joined'][number];

/** Where this report belongs, what was merged into it, and what was cut from it: every report stays one. */
export function LinkedReports({ report }: IntakePartProps) {
  const may = useMay();
  const [undoing, setUndoing] = useState<string>();
  const own = (id: string) => (may('intake.decide') ? () => setUndoing(id) : undefined);
  const lines = [
    // Out of an incident it is taken on the button of the incident.
    ...(report.sameAs
      ? [{ how: WORDS.sameAs, one: report.sameAs, undo: report.incidentId ? undefined : own(report.id) }]
      : []),
    ...report.joined.map((one) => ({ how: WORDS.joined, one, undo: own(one.id) })),
    ...(report.splitFrom ? [{ how: WORDS.splitFrom, one: report.splitFrom, undo: undefined }] : []),
    ...report.parts.map((one) => ({ how: WORDS.part, one, undo: undefined })),
  ];
  if (lines.length === 0) return null;
  return (
    <Section title={WORDS.title}>
      <ul className="linked-reports">
        {lines.map(({ how, one, undo }) => (
          <Line key={one.id} how={how} one={one} undo={undo} />
        ))}
      </ul>
      {undoing && <Undo id={undoing} onClose={() => setUndoing(undefined)} />}
    </Section>
  );
}

function Line({ how, one, undo }: { how: { zh: string; en: string }; one: Linked; undo: (() => void) | undefined }) {
  const say = useSay();
  return (
    <li>
      <Tag>{say(how)}</Tag>
      <Time at={one.knownAt} />
      <Go to={`/intake/${one.id}`}>{`${one.number} ${say(labelOf(INCIDENT_KINDS, one.kind))} · ${one.placeText}`}</Go>
      <span className="soft">{say(labelOf(SOURCE_CHANNELS, one.sourceChannel))}</span>
      <StateBadge label={STATES[one.state as keyof typeof STATES]} tone={toneOf(one.state)} />
      {undo && (
        <Button onClick={undo} aria-label={`${say(WORDS.leave)} ${one.number}`}>
          {say(WORDS.leave)}
        </Button>
      )}
    </li>
  );
}

function Undo({ id, onClose }: { id: string; onClose: () => void }) {
  const say = useSay();
  const leaving = useCommand<typeof leave>('intake.leave');
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (await leaving.run({ id, reason })) onClose();
  };
  return (
    <Dialog title={say(WORDS.leave)} isOpen onClose={onClose}>
      <Form onSubmit={() => void submit()} problem={leaving.problem} isWaiting={leaving.isWaiting}>
        <TextAreaField
          label={WORDS.reason}
          name="reason"
          value={reason}
          onChange={setReason}
          hint={WORDS.hint}
          maxLength={500}
          isRequired
        />
        <FormActions submit={WORDS.leave} isBusy={leaving.isRunning} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
