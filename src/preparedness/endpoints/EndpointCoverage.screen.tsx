import { type OutputOf, useView } from '../../foundation/api/web.ts';
import { ChoiceField, Empty, Go, Page, Section, Shown, useSay, useSearch } from '../../foundation/design-system/web.ts';
import { fill } from '../../kernel/phrases.ts';
import type { coverage, unreached } from './coverage.views.ts';

type Coverage = OutputOf<typeof coverage>;
type Doors = OutputOf<typeof unreached>;

const WORDS = {
  title: { zh: '触达覆盖', en: 'Who is reached' },
  street: { zh: '街道', en: 'Street' },
  how: {
    zh: '确定触达：所在楼有可用终端，或住处在广播、屏幕、警报器的覆盖范围内，或所在楼、社区的工作群全部入群（100 %）。可用：在用，且 {days} 天内测试合格。',
    en: 'Surely reached: a working endpoint in the building, a home where one is heard or seen, or a group that everybody of the building or community is in. Working: in use, with a passed test within {days} days.',
  },
  communities: { zh: '各社区', en: 'Communities' },
  community: { zh: '社区', en: 'Community' },
  endpoints: { zh: '可用 / 终端', en: 'Working / endpoints' },
  group: { zh: '工作群覆盖户', en: 'Households in groups' },
  reached: { zh: '确定触达户', en: 'Surely reached' },
  unattended: { zh: '触达不到又未指定敲门人', en: 'Not reached, nobody named' },
  households: { zh: '{count} 户', en: '{count}' },
  unregistered: { zh: '没有户登记', en: 'No household on the register' },
  none: { zh: '这个街道没有社区', en: 'This street has no community' },
  doors: {
    zh: '触达不到的户：{community}（{total} 户）',
    en: 'Households that nothing reaches: {community} ({total})',
  },
  all: { zh: '这个社区的户都有终端触达', en: 'Something reaches every household of this community' },
  address: { zh: '门牌地址', en: 'Address' },
  living: { zh: '实住', en: 'Living there' },
  people: { zh: '{count} 人', en: '{count}' },
  knocker: { zh: '敲门人', en: 'Who knocks' },
  walker: { zh: '{name}（网格员，未指定专人）', en: '{name} (walks the grid; nobody is named)' },
  nobody: { zh: '无人', en: 'Nobody' },
  name: { zh: '指定敲门人', en: 'Name somebody' },
  more: { zh: '只列前 {count} 户，请先为它们指定敲门人', en: 'Only the first {count}: name somebody for these first' },
} as const;

const NUMBERS = new Intl.NumberFormat('zh-CN');
const shareOf = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)} %`;

/** Street by street: what works in each community, whom it reaches, and who knocks where nothing does. */
export default function EndpointCoverage() {
  const [search, change] = useSearch();
  const view = useView<typeof coverage>('endpoints.coverage', search.street ? { street: search.street } : {});
  return (
    <Page title={WORDS.title}>
      <Shown of={view}>
        {(data) => (
          <>
            <ChoiceField
              label={WORDS.street}
              name="street"
              isRequired
              value={data.street}
              onChange={(street) => change({ street, community: undefined })}
              choices={data.streets.map(({ code, name }) => ({ value: code, label: { zh: name, en: name } }))}
            />
            {data.knowsHouseholds && search.community && (
              <Unreached
                code={search.community}
                name={data.communities.find(({ code }) => code === search.community)?.name ?? ''}
              />
            )}
            <Communities data={data} chosen={search.community} />
          </>
        )}
      </Shown>
    </Page>
  );
}

function Communities({ data, chosen }: { data: Coverage; chosen: string | undefined }) {
  const say = useSay();
  const count = (value: number) => say(WORDS.households, { count: NUMBERS.format(value) });
  if (data.communities.length === 0) return <Empty title={WORDS.none} />;
  return (
    <Section title={WORDS.communities}>
      <p className="soft">{say(WORDS.how, { days: data.believedDays })}</p>
      <table className="table table-stacks">
        <thead>
          <tr>
            <th scope="col">{say(WORDS.community)}</th>
            <th scope="col">{say(WORDS.endpoints)}</th>
            <th scope="col">{say(WORDS.group)}</th>
            {data.knowsHouseholds && <th scope="col">{say(WORDS.reached)}</th>}
            {data.knowsHouseholds && <th scope="col">{say(WORDS.unattended)}</th>}
          </tr>
        </thead>
        <tbody>
          {data.communities.map((one) => (
            <tr key={one.code} aria-current={one.code === chosen ? 'true' : undefined}>
              <th scope="row">
                {data.knowsHouseholds ? (
                  <Go to={`/endpoint-coverage?street=${data.street}&community=${one.code}`}>{one.name}</Go>
                ) : (
                  one.name
                )}
              </th>
              <td data-label={say(WORDS.endpoints)}>
                {one.working} / {one.endpoints}
              </td>
              <td data-label={say(WORDS.group)}>{one.groupShare === null ? '—' : `${one.groupShare} %`}</td>
              {data.knowsHouseholds && one.households === 0 && (
                <td colSpan={2} className="soft" data-label={say(WORDS.reached)}>
                  {say(WORDS.unregistered)}
                </td>
              )}
              {data.knowsHouseholds && one.households > 0 && (
                <>
                  <td data-label={say(WORDS.reached)}>
                    {NUMBERS.format(one.reached)} / {count(one.households)} · {shareOf(one.reached, one.households)}
                  </td>
                  <td data-label={say(WORDS.unattended)}>
                    {one.unattended > 0 ? <strong>{count(one.unattended)}</strong> : count(0)}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Unreached({ code, name }: { code: string; name: string }) {
  const view = useView<typeof unreached>('endpoints.unreached', { community: code });
  return (
    <Shown of={view}>
      {(data) => (
        <Section title={fill(WORDS.doors, { community: name, total: data.total })}>
          {data.total === 0 ? <Empty title={WORDS.all} /> : <Doors data={data} />}
        </Section>
      )}
    </Shown>
  );
}

function Doors({ data }: { data: Doors }) {
  const say = useSay();
  return (
    <>
      {data.total > data.doors.length && <p className="soft">{say(WORDS.more, { count: data.doors.length })}</p>}
      <table className="table table-stacks">
        <thead>
          <tr>
            <th scope="col">{say(WORDS.address)}</th>
            <th scope="col">{say(WORDS.living)}</th>
            <th scope="col">{say(WORDS.knocker)}</th>
          </tr>
        </thead>
        <tbody>
          {data.doors.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Go to={`/households/${one.id}`}>{[one.address, one.door].filter(Boolean).join(' ')}</Go>
              </th>
              <td data-label={say(WORDS.living)}>
                {one.livingThere === null ? '—' : say(WORDS.people, { count: one.livingThere })}
              </td>
              <td data-label={say(WORDS.knocker)}>
                {one.doorKnockId && one.knocker ? (
                  <Go to={`/door-knocks/${one.doorKnockId}`}>{one.knocker}</Go>
                ) : (
                  <>
                    {one.walker ? say(WORDS.walker, { name: one.walker }) : <strong>{say(WORDS.nobody)}</strong>}{' '}
                    {data.mayName && (
                      <Go className="button" to={`/door-knocks/new?householdId=${one.id}`}>
                        {say(WORDS.name)}
                      </Go>
                    )}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
