import { useState } from 'react';
import { useView } from '../../foundation/api/web.ts';
import { Button, Dialog, Go, Section, useMay, useSay } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { IntakePartProps } from '../intake/web.ts';
import { CorrectIncident, type HeadOfIncident } from './CorrectIncident.part.tsx';
import { incident as register } from './incident.register.ts';
import type { record } from './incidents.views.ts';

const WORDS = {
  title: { zh: '事件与本接报不一致', en: 'The incident says something else' },
  follow: { zh: '随接报更正事件', en: 'Correct the incident, too' },
  why: { zh: '随接报更正', en: 'Corrected with its report' },
  empty: { zh: '空', en: 'empty' },
} as const satisfies Record<string, Phrase>;

const FIELDS = ['kind', 'placeText', 'place', 'knownAt', 'occurredAt'] as const satisfies (keyof HeadOfIncident)[];
const { fields: of } = register;
const text = (value: unknown) => JSON.stringify(value ?? null);

/** An incident is known from the first of its reports on: earlier than this one is no difference. */
function differs(report: HeadOfIncident, incident: HeadOfIncident, field: (typeof FIELDS)[number]): boolean {
  if (field === 'knownAt') return new Date(incident.knownAt) > new Date(report.knownAt);
  return text(report[field]) !== text(incident[field]);
}

/** On the report an incident was opened from: where the two differ since one was corrected, and the other one's correction. */
export default function FollowReport({ report }: IntakePartProps) {
  if (report.state !== 'accepted' || !report.incidentId) return null;
  return <Differences report={report} incidentId={report.incidentId} />;
}

function Differences({ report, incidentId }: IntakePartProps & { incidentId: string }) {
  const say = useSay();
  const may = useMay();
  const { data: incident } = useView<typeof record>(
    'incidents.record',
    { id: incidentId },
    { topics: [`incident/${incidentId}`] },
  );
  const [isOpen, setOpen] = useState(false);
  const differing = incident ? FIELDS.filter((field) => differs(report, incident, field)) : [];
  if (!incident || differing.length === 0) return null;
  const shown = (field: (typeof FIELDS)[number], value: unknown) => {
    const told = (language: 'zh' | 'en') => (value ? of[field].show(value as never, language) : WORDS.empty[language]);
    return say({ zh: told('zh'), en: told('en') });
  };
  return (
    <Section
      title={WORDS.title}
      aside={
        may('incident.handle') &&
        incident.state !== 'closed' && <Button onClick={() => setOpen(true)}>{say(WORDS.follow)}</Button>
      }
    >
      <p>
        <Go to={`/incidents/${incident.id}`}>
          {incident.number} {incident.title}
        </Go>
      </p>
      <ul>
        {differing.map((field) => (
          <li key={field}>
            {say(of[field].label)}：<del>{shown(field, incident[field])}</del> → {shown(field, report[field])}
          </li>
        ))}
      </ul>
      <Dialog title={say(WORDS.follow)} isOpen={isOpen} onClose={() => setOpen(false)} size="wide">
        <CorrectIncident incident={incident} proposed={report} why={say(WORDS.why)} onClose={() => setOpen(false)} />
      </Dialog>
    </Section>
  );
}
