import { useState } from 'react';
import { useView } from '../../foundation/api/web.ts';
import {
  Button,
  Countdown,
  Dialog,
  Go,
  Section,
  Shown,
  Time,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import { INCIDENT_ANCHORS, type IncidentPartProps } from '../incidents/web.ts';
import { AnswerLeader, InstructionState, Parts } from './InstructionFacts.part.tsx';
import type { list } from './leader-instructions.views.ts';
import { REGISTER, RegisterInstruction } from './RegisterInstruction.part.tsx';

const NONE = { zh: '没有领导批示', en: 'No instruction of a leader' };

/** 批示 on an incident: the words, who carries them out, whether the leader has his answer. */
export default function IncidentInstructions({ incident }: IncidentPartProps) {
  const say = useSay();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const view = useView<typeof list>(
    'leaderInstructions.list',
    { incidentId: incident.id },
    { topics: ['leader_instruction', 'assignment'] },
  );
  return (
    <Section
      id="instructions"
      title={INCIDENT_ANCHORS.instructions}
      aside={may('leader_instruction.register') && <Button onClick={() => setOpen(true)}>{say(REGISTER)}</Button>}
    >
      <Shown of={view} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say(NONE)}</p>
          ) : (
            <ul className="similar">
              {items.map((one) => (
                <li key={one.id}>
                  <Time at={one.givenAt} />
                  <Go to={`/leader-instructions/${one.id}`}>{one.number}</Go>
                  <span>
                    {one.leaderName}：{one.text ?? one.subject}
                  </span>
                  <Parts of={one} />
                  {one.state === 'under_way' && <Countdown dueAt={one.dueAt} />}
                  <InstructionState of={one} />
                  <AnswerLeader of={one} />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      <Dialog title={say(REGISTER)} isOpen={isOpen} onClose={close} size="wide">
        <RegisterInstruction incident={{ id: incident.id, title: incident.title }} onDone={close} />
      </Dialog>
    </Section>
  );
}
