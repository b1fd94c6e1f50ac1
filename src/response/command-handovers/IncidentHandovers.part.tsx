import { useView } from '../../foundation/api/web.ts';
import {
  Button,
  Dialog,
  Section,
  Shown,
  Tag,
  Time,
  useMay,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { INCIDENT_ANCHORS, type IncidentPartProps } from '../incidents/web.ts';
import { HANDOVER_TARGETS } from './command-handover.register.ts';
import type { list } from './command-handovers.views.ts';
import { HandOver } from './HandOver.part.tsx';
import './handovers.css';

const WORDS = {
  handOver: { zh: '移交指挥权', en: 'Hand over command' },
  byRule: { zh: '按规则', en: 'By rule' },
  none: { zh: '没有移交过', en: 'Command was never handed over' },
  assumed: { zh: '示例值', en: 'assumed' },
} as const satisfies Record<string, Phrase>;

/** 指挥 of an incident: who commands by rule and why, and every hand-over with both names and what went with it. */
export default function IncidentHandovers({ incident }: IncidentPartProps) {
  const say = useSay();
  const may = useMay();
  const [search, change] = useSearch();
  const close = () => change({ act: undefined });
  const view = useView<typeof list>(
    'commandHandovers.list',
    { incidentId: incident.id },
    { topics: ['command_handover'] },
  );
  const mayHandOver = may('command_handover.record') && incident.state !== 'closed';
  return (
    <Section
      id="command"
      title={INCIDENT_ANCHORS.command}
      aside={
        mayHandOver && view.data && <Button onClick={() => change({ act: 'hand-over' })}>{say(WORDS.handOver)}</Button>
      }
    >
      <p>
        {incident.command.isByRule && `${say(WORDS.byRule)}：`}
        {say(incident.command.reason)}{' '}
        {incident.command.isByRule && (
          <span className="soft">
            {incident.command.citation}
            {incident.command.isAssumed && `（${say(WORDS.assumed)}）`}
          </span>
        )}
      </p>
      <Shown of={view} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say(WORDS.none)}</p>
          ) : (
            <ol className="handovers">
              {items.map((one) => (
                <li key={one.id}>
                  <p className="row">
                    <Time at={one.handedAt} />
                    <Tag>{say(labelOf(HANDOVER_TARGETS, one.target))}</Tag>
                    <span>
                      {one.fromBody} {one.fromName} →{' '}
                      <strong>
                        {one.toBody} {one.toName}
                      </strong>
                    </span>
                    <span className="soft">{one.number}</span>
                  </p>
                  <p>{one.matters}</p>
                </li>
              ))}
            </ol>
          )
        }
      </Shown>
      <Dialog
        title={say(WORDS.handOver)}
        isOpen={mayHandOver && search.act === 'hand-over'}
        onClose={close}
        size="wide"
      >
        {view.data && <HandOver incident={incident} last={view.data.items[0]} onDone={close} />}
      </Dialog>
    </Section>
  );
}
