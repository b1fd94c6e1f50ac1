import type { Phrase } from '../../kernel/phrases.ts';
import { Countdown, Go, Photos, Section, StateBadge, Time, useSay } from '../design-system/web.ts';
import { assignmentLifecycle } from '../orders/web.ts';
import type { RegisterFaces } from '../registers/define.ts';
import { useCorrections } from './corrections-view.part.tsx';

const states: Readonly<Record<string, Phrase>> = assignmentLifecycle.states;

const WORDS = {
  title: { zh: '更正意见', en: 'Corrections asked for' },
  whole: { zh: '整条记录', en: 'The record as a whole' },
  fieldChanged: { zh: '{by}已改动此栏：', en: 'This field was changed by {by}: ' },
  otherChanged: { zh: '记录改过，但此栏未改', en: 'The record was corrected, but not this field' },
  corrected: { zh: '记录已更正，可以办结：', en: 'The record was corrected; finish it: ' },
} as const;

/** On the page of a record: what others say is wrong with it, and how far the order to correct it is. */
export default function Corrections({ faces, record }: { faces: RegisterFaces; record: { readonly id: string } }) {
  const say = useSay();
  const { register } = faces;
  const view = useCorrections(register.name, record.id);
  const items = view.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section id="corrections" title={WORDS.title}>
      <ul>
        {items.map((one) => (
          <li key={one.id}>
            <p>
              <b>{say((one.field && register.fields[one.field]?.label) || WORDS.whole)}</b>{' '}
              <Go to={`/assignments/${one.assignmentId}`}>{one.number}</Go>{' '}
              <StateBadge label={states[one.state] ?? WORDS.title} tone={one.isOpen ? 'waiting' : 'ended'} />{' '}
              <span className="soft">
                {[one.unit, one.askedBy].filter(Boolean).join(' · ')} <Time at={one.askedAt} />
              </span>{' '}
              {one.isOpen && one.dueAt && <Countdown dueAt={one.dueAt} />}
            </p>
            {one.content.split('\n').map((line) => (
              <p key={line}>{line}</p>
            ))}
            <Photos ids={one.photos} />
            {one.fieldChanged && (
              <p>
                {say(WORDS.fieldChanged, { by: one.fieldChanged.by })}
                <Time at={one.fieldChanged.at} />
              </p>
            )}
            {one.field && one.isCorrected && !one.fieldChanged && <p>{say(WORDS.otherChanged)}</p>}
            {one.isOpen && (one.field ? one.fieldChanged !== null : one.isCorrected) && (
              <p>
                {say(WORDS.corrected)}
                <Go to={`/assignments/${one.assignmentId}`}>{one.number}</Go>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
