import { useState } from 'react';
import { useView } from '../../foundation/api/web.ts';
import {
  Button,
  Countdown,
  Dialog,
  Go,
  go,
  Section,
  Shown,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { INCIDENT_ANCHORS, type IncidentPartProps } from '../incidents/web.ts';
import { DRAW, DrawEvacuation } from './DrawEvacuation.part.tsx';
import { EvacuationSteps } from './EvacuationSteps.part.tsx';
import type { list } from './evacuation.views.ts';
import { EvacuationState, ProgressFigures } from './evacuation-words.part.tsx';
import './evacuation.css';

const NONE: Phrase = { zh: '没有组织转移', en: 'Nobody is evacuated' };

/** 疏散转移 of an incident, live: who has left, who remains, who refused. */
export default function IncidentEvacuation({ incident }: IncidentPartProps) {
  const say = useSay();
  const may = useMay();
  const [isDrawing, setDrawing] = useState(false);
  const view = useView<typeof list>(
    'evacuations.list',
    { incidentId: incident.id },
    { topics: ['evacuation', 'evacuation_household'] },
  );
  return (
    <Section
      id="evacuation"
      title={INCIDENT_ANCHORS.evacuation}
      aside={
        may('evacuation.lead') &&
        incident.state !== 'closed' && <Button onClick={() => setDrawing(true)}>{say(DRAW)}</Button>
      }
    >
      <Shown of={view} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say(NONE)}</p>
          ) : (
            <ul className="evacuations">
              {items.map((one) => (
                <li key={one.id}>
                  <span className="row">
                    <Go to={`/evacuations/${one.id}`}>{one.number}</Go>
                    <strong>{one.title}</strong>
                    <EvacuationState of={one} />
                    {one.dueAt && one.state === 'under_way' && <Countdown dueAt={one.dueAt} />}
                    <span className="soft">{one.shelterName}</span>
                    <EvacuationSteps of={one} />
                  </span>
                  <ProgressFigures of={one.progress} />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      <Dialog title={say(DRAW)} size="wide" isOpen={isDrawing} onClose={() => setDrawing(false)}>
        {isDrawing && (
          <DrawEvacuation
            incident={incident}
            onDone={(made) => {
              setDrawing(false);
              if (made) go(`/evacuations/${made.id}`);
            }}
          />
        )}
      </Dialog>
    </Section>
  );
}
