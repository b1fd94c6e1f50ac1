import { useState } from 'react';
import { useView } from '../../foundation/api/web.ts';
import { Button, Dialog, go, Section, Shown, useMay, useSay } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { INCIDENT_ANCHORS, type IncidentPartProps } from '../incidents/web.ts';
import { ASK, AskSupport } from './AskSupport.part.tsx';
import { ArrivalClock, Decisions, RequestLine, SentList } from './RequestFacts.part.tsx';
import type { list } from './support.views.ts';
import { RequestState } from './support-words.part.tsx';
import './support.css';

const WORDS = {
  none: { zh: '没有支援申请', en: 'No support was asked for' },
  counts: {
    zh: '待办 {waiting} · 途中 {onTheWay} · 到场 {onSite} · 逾期 {late}',
    en: 'waiting {waiting} · on the way {onTheWay} · on the scene {onSite} · late {late}',
  },
} as const satisfies Record<string, Phrase>;

/** 力量物资 of an incident: what was asked for, what is on the way, what is there. */
export default function IncidentSupport({ incident }: IncidentPartProps) {
  const say = useSay();
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  const view = useView<typeof list>(
    'supportRequests.list',
    { incidentId: incident.id },
    { topics: ['support_request', 'support_dispatch', `incident/${incident.id}`] },
  );
  return (
    <Section
      id="support"
      title={INCIDENT_ANCHORS.support}
      aside={
        may('support_request.make') &&
        incident.state !== 'closed' && <Button onClick={() => setAsking(true)}>{say(ASK)}</Button>
      }
    >
      <Shown of={view} rows={2}>
        {({ items, counts }) =>
          items.length === 0 ? (
            <p className="quiet">{say(WORDS.none)}</p>
          ) : (
            <>
              <p>{say(WORDS.counts, counts)}</p>
              <ul className="support-requests">
                {items.map((one) => (
                  <li key={one.id}>
                    <span className="row">
                      <RequestLine of={one} />
                      <RequestState of={one} />
                      <ArrivalClock of={one} />
                      <Decisions of={one} />
                    </span>
                    <SentList of={one} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Shown>
      <Dialog title={say(ASK)} size="wide" isOpen={isAsking} onClose={() => setAsking(false)}>
        {isAsking && (
          <AskSupport
            incident={incident}
            onDone={(made) => {
              setAsking(false);
              if (made && may('support_request.dispatch')) go(`/support-requests/${made.id}`);
            }}
          />
        )}
      </Dialog>
    </Section>
  );
}
