import { type OutputOf, useView } from '../api/web.ts';
import { type Column, DataList, Go, Page, useMay, useSay, useSearch } from '../design-system/web.ts';
import { MaskedValue } from '../personal-data/web.ts';
import type { people } from './organisation.views.ts';
import { person } from './person.register.ts';

type Entry = OutputOf<typeof people>['items'][number];

const TITLE = { zh: '通讯录', en: 'Phone book' };
const IMPORT = { zh: '导入', en: 'Import' };
const NONE = { zh: '没有可见的人员', en: 'Nobody is visible to you' };

const COLUMNS: readonly Column<Entry>[] = [
  {
    key: 'name',
    title: person.fields.name.label,
    width: '8rem',
    cell: ({ name }) => name,
    text: ({ name }) => name,
  },
  {
    key: 'posts',
    title: { zh: '岗位', en: 'Posts' },
    width: 'minmax(14rem, 3fr)',
    cell: ({ posts }) => posts || '—',
    text: ({ posts }) => posts,
  },
  {
    key: 'unit',
    title: { zh: '单位', en: 'Unit' },
    width: 'minmax(8rem, 1fr)',
    cell: ({ unitName }) => unitName,
    text: ({ unitName }) => unitName,
  },
  {
    key: 'phone',
    title: person.fields.phone.label,
    width: '13rem',
    cell: ({ id, name, phone }) => (
      <MaskedValue
        register="person"
        recordId={id}
        field="phone"
        label={person.fields.phone.label}
        name={name}
        masked={phone}
        kind="tel"
      />
    ),
    // A sheet carries numbers as they are shown: masked.
    text: ({ phone }) => phone,
  },
];

/** 通讯录 of the whole district, as far as this person may see it: by name or unit. */
export default function PhoneBook() {
  const say = useSay();
  const may = useMay();
  const [search] = useSearch();
  const view = useView<typeof people>(
    'people.list',
    { limit: 3000, ...(search.q ? { q: search.q } : {}) },
    { keepsPrevious: true, topics: ['appointment', 'post', 'unit'] },
  );
  return (
    <Page title={TITLE}>
      <DataList
        name="people"
        label={say(TITLE)}
        view={view}
        rows={view.data?.items ?? []}
        {...(view.data ? { total: view.data.total } : {})}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        to={({ id }) => `/people/${id}`}
        hasSearch
        tools={
          may('organisation.maintain') && (
            <Go className="button" to="/imports/new?register=contact_sheet">
              {say(IMPORT)}
            </Go>
          )
        }
        empty={{ title: NONE }}
      />
    </Page>
  );
}
