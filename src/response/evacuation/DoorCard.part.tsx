import { useState } from 'react';
import { Button, Tag, Time, useSay } from '../../foundation/design-system/web.ts';
import { NavigateLink } from '../../foundation/orders/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { VULNERABILITIES } from '../../prevention/population/define.ts';
import { DoorAnswers } from './DoorReport.part.tsx';
import { type Door, DoorState } from './evacuation-words.part.tsx';
import { Residents } from './Residents.part.tsx';

const WORDS = {
  people: { zh: '{people} 人', en: '{people} people' },
  vulnerable: { zh: '重点 {count}', en: '{count} vulnerable' },
  who: { zh: '户内人员', en: 'Who lives there' },
  in: { zh: '已入住 {name}', en: 'Checked in at {name}' },
  to: { zh: '去往 {name}', en: 'To {name}' },
  left: { zh: '离开 {count} 人', en: '{count} left' },
} as const satisfies Record<string, Phrase>;

/** One door: where, how many, who of them first, what came of it, and the answers within reach. */
export function DoorCard({ of, hasHelper = false }: { of: Door; hasHelper?: boolean }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const facts = [
    of.movedPeople !== null && say(WORDS.left, { count: of.movedPeople }),
    of.destination,
    of.shelterName &&
      of.outcome === 'moved' &&
      !of.destination &&
      say(of.isCheckedIn ? WORDS.in : WORDS.to, { name: of.shelterName }),
    of.reason,
    hasHelper && of.helperName,
  ].filter(Boolean);
  return (
    <li className="order-tile" id={`door-${of.id}`}>
      <p className="order-line">
        <span className="order-number">{of.turn}</span>
        <strong>
          {of.address} {of.door}
        </strong>
        <DoorState of={of} />
      </p>
      <p className="order-line">
        <span>{say(WORDS.people, { people: of.people })}</span>
        {of.vulnerable > 0 && <strong>{say(WORDS.vulnerable, { count: of.vulnerable })}</strong>}
        {of.vulnerabilities.map((kind) => (
          <Tag key={kind}>{say(labelOf(VULNERABILITIES, kind))}</Tag>
        ))}
      </p>
      {facts.length > 0 && (
        <p className="soft">
          {facts.join(' · ')} {of.outcomeAt && <Time at={of.outcomeAt} />}
        </p>
      )}
      <div className="row">
        <Button
          kind="bare"
          aria-expanded={isOpen}
          aria-label={`${say(WORDS.who)} ${of.address} ${of.door ?? ''}`}
          onClick={() => setOpen(!isOpen)}
        >
          {say(WORDS.who)}
        </Button>
        {of.place && of.outcome === 'pending' && <NavigateLink place={of.place} />}
      </div>
      {isOpen && <Residents doorId={of.id} />}
      <DoorAnswers of={of} />
    </li>
  );
}
