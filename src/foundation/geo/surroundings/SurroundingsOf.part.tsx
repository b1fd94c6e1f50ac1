import type { Phrase } from '../../../kernel/phrases.ts';
import { useView } from '../../api/web.ts';
import { Go, Shown, Time, useSay } from '../../design-system/web.ts';
import { aroundRecord, type RecordRef } from './around-address.rules.ts';
import { PaperOfAround } from './PaperOfAround.part.tsx';
import type { ofSubject } from './surroundings.views.ts';

const WORDS = {
  none: { zh: '没有归档的周边分析', en: 'None was kept' },
  around: { zh: '周边分析', en: 'Surroundings' },
} as const satisfies Record<string, Phrase>;

/** What was kept on a record, each with its paper. */
export function SurroundingsOf({ subject }: { subject: RecordRef }) {
  const say = useSay();
  const view = useView<typeof ofSubject>('surroundings.ofSubject', {
    subject: { register: subject.register, id: subject.id },
  });
  return (
    <Shown of={view} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">{say(WORDS.none)}</p>
        ) : (
          <ul className="plain-list">
            {items.map(({ id, number, title, keptAt, unitName, note }) => (
              <li key={id} className="row">
                <Time at={keptAt} />
                <Go to={`/surroundings/${id}`}>
                  {number} {title}
                </Go>
                <span className="soft">{unitName}</span>
                {note && <span>{note}</span>}
                <PaperOfAround id={id} />
              </li>
            ))}
          </ul>
        )
      }
    </Shown>
  );
}

/** The link from a record to what lies around it; with `isSubject` the result may be kept on that very record. */
export function AroundLink({ record, isSubject = false }: { record: RecordRef; isSubject?: boolean }) {
  const say = useSay();
  return (
    <Go className="button button-plain" to={aroundRecord(record, isSubject ? record : undefined)}>
      {say(WORDS.around)}
    </Go>
  );
}
