import { useView } from '../api/web.ts';
import { Empty, Go, Section, Shown, useSay } from '../design-system/web.ts';
import { MaskedValue } from '../personal-data/web.ts';
import type { people } from './organisation.views.ts';
import { person } from './person.register.ts';
import type { UnitNode } from './unit-node.part.tsx';

const WORDS = {
  title: { zh: '通讯录', en: 'Phone book' },
  none: { zh: '该单位还没有登记人员', en: 'Nobody is registered with this unit' },
  posts: { zh: '岗位', en: 'Posts' },
  noPost: { zh: '未任职', en: 'No post' },
} as const;

/** 通讯录: the people of a unit; numbers are masked until a reason is given. */
export function UnitPeople({ unit }: { unit: UnitNode }) {
  const say = useSay();
  const view = useView<typeof people>(
    'people.list',
    { unitId: unit.id, limit: 3000 },
    { topics: ['appointment', 'post', 'unit'] },
  );
  return (
    <Section id="phone-book" title={WORDS.title} aside={<span className="soft">{view.data?.total}</span>}>
      <Shown of={view} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={WORDS.none} />
          ) : (
            <table className="table table-stacks phone-book">
              <thead>
                <tr>
                  <th scope="col">{say(person.fields.name.label)}</th>
                  <th scope="col">{say(WORDS.posts)}</th>
                  <th scope="col">{say(person.fields.phone.label)}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ id, name, posts, phone }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Go to={`/people/${id}`}>{name}</Go>
                    </th>
                    <td>{posts || <span className="soft">{say(WORDS.noPost)}</span>}</td>
                    <td>
                      <MaskedValue
                        register="person"
                        recordId={id}
                        field="phone"
                        label={person.fields.phone.label}
                        name={name}
                        masked={phone}
                        kind="tel"
                      />
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
