import { useState } from 'react';
import { useView } from '../../foundation/api/web.ts';
import {
  Button,
  Countdown,
  Dialog,
  Go,
  Section,
  Shown,
  StateBadge,
  Time,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { INCIDENT_ANCHORS, type IncidentPartProps } from '../incidents/web.ts';
import { BlowWhistle } from './BlowWhistle.part.tsx';
import { departmentAnswerLifecycle } from './street-whistle.lifecycle.ts';
import type { list } from './street-whistles.views.ts';

const WORDS = {
  blow: { zh: '吹哨', en: 'Blow a whistle' },
  none: { zh: '未就本事件吹哨', en: 'No whistle was blown for this incident' },
} as const satisfies Record<string, Phrase>;

/** 吹哨报到 of an incident: which departments its street called, and who has answered. */
export default function IncidentWhistles({ incident }: IncidentPartProps) {
  const say = useSay();
  const may = useMay();
  const [isBlowing, setBlowing] = useState(false);
  const view = useView<typeof list>('streetWhistles.list', { incidentId: incident.id });
  const states: Readonly<Record<string, Phrase>> = departmentAnswerLifecycle.states;
  return (
    <Section
      id="whistles"
      title={INCIDENT_ANCHORS.whistles}
      aside={
        may('street_whistle.blow') &&
        incident.state !== 'closed' && <Button onClick={() => setBlowing(true)}>{say(WORDS.blow)}</Button>
      }
    >
      <Shown of={view} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say(WORDS.none)}</p>
          ) : (
            <ul className="similar">
              {items.map((one) => (
                <li key={one.id}>
                  <Time at={one.blownAt} />
                  <Go to={`/street-whistles/${one.id}`}>{one.number}</Go>
                  <span>{one.title}</span>
                  {one.answers.map((answer) => (
                    <span key={answer.id} className="row">
                      {answer.unitName}
                      <StateBadge
                        label={states[answer.state] ?? WORDS.blow}
                        tone={answer.state === 'called' ? 'waiting' : 'done'}
                      />
                      {answer.state === 'called' && <Countdown dueAt={answer.answerDueAt} />}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      <Dialog title={say(WORDS.blow)} size="wide" isOpen={isBlowing} onClose={() => setBlowing(false)}>
        {isBlowing && <BlowWhistle incident={incident} onDone={() => setBlowing(false)} />}
      </Dialog>
    </Section>
  );
}
