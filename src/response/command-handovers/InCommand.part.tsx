import { useView } from '../../foundation/api/web.ts';
import { Time, useSay } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { IncidentPartProps } from '../incidents/web.ts';
import type { list } from './command-handovers.views.ts';

const WORDS = {
  now: { zh: '现由 {body} {name} 指挥', en: 'In command now: {body}, {name}' },
  since: { zh: '自', en: 'since' },
} as const satisfies Record<string, Phrase>;

/** On the head of an incident: who has command by the last hand-over, whatever the rule says. */
export default function InCommand({ incident }: IncidentPartProps) {
  const say = useSay();
  const view = useView<typeof list>(
    'commandHandovers.list',
    { incidentId: incident.id },
    { topics: ['command_handover'] },
  );
  const last = view.data?.items[0];
  if (!last) return null;
  return (
    <strong>
      {say(WORDS.now, { body: last.toBody, name: last.toName })} {say(WORDS.since)} <Time at={last.handedAt} />
    </strong>
  );
}
