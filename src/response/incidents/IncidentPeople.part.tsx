import { useView } from '../../foundation/api/web.ts';
import { Go, Section, Shown, Time, useMay, useSay } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { INCIDENT_ANCHORS, type IncidentPartProps } from './incident-anchors.part.tsx';
import type { people } from './people.views.ts';

const WORDS = {
  none: { zh: '还没有人承办', en: 'Nobody has a part in it yet' },
  unit: { zh: '单位', en: 'Unit' },
  person: { zh: '人员', en: 'Person' },
  orders: { zh: '任务（未完）', en: 'Assignments (open)' },
  last: { zh: '最近动态', en: 'Last seen at work' },
  count: { zh: '{count} 人（单位）', en: '{count} people or units' },
} as const satisfies Record<string, Phrase>;

/** Who works on it: unit, person, post, and how much is left to them. */
export default function IncidentPeople({ incident }: IncidentPartProps) {
  const say = useSay();
  const may = useMay();
  const view = useView<typeof people>('incidents.people', { id: incident.id }, { topics: ['assignment'] });
  const aside = view.data && <span className="soft">{say(WORDS.count, { count: view.data.total })}</span>;
  return (
    <Section id="people" title={INCIDENT_ANCHORS.people} aside={aside}>
      <Shown of={view} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say(WORDS.none)}</p>
          ) : (
            <table className="table">
              <thead>
                <tr>
                  {[WORDS.unit, WORDS.person, WORDS.orders, WORDS.last].map((word) => (
                    <th key={word.en} scope="col">
                      {say(word)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={`${one.unitName} ${one.personId}`}>
                    <th scope="row">{one.unitName}</th>
                    <td>
                      {one.personId && may('person.read') ? (
                        <Go to={`/people/${one.personId}`}>{one.personName}</Go>
                      ) : (
                        (one.personName ?? '—')
                      )}{' '}
                      <span className="soft">{one.posts}</span>
                    </td>
                    <td>
                      {one.orders}（{one.open}）
                    </td>
                    <td>
                      <Time at={one.lastAt} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Shown>
    </Section>
  );
}
