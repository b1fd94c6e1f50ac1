import { type OutputOf, useView } from '../api/web.ts';
import { type Column, DataList, Page, Time, useSay, useSearch } from '../design-system/web.ts';
import { account } from './account.register.ts';
import { AccountState, ProofTags, STATES } from './account-states.part.tsx';
import type { list } from './accounts.views.ts';

type Row = OutputOf<typeof list>['items'][number];

const WORDS = {
  title: { zh: '账号', en: 'Accounts' },
  none: { zh: '没有账号', en: 'No account' },
  hint: {
    zh: '在通讯录中打开人员页，为其开通账号。',
    en: 'Accounts are opened on the page of a person in the phone book.',
  },
  state: { zh: '状态', en: 'State' },
  proof: { zh: '登录方式', en: 'Proofs' },
  lastSignIn: { zh: '最近登录', en: 'Last sign-in' },
  changed: { zh: '口令更换', en: 'Password since' },
} as const;
const FILTERS = [
  {
    key: 'state',
    label: WORDS.state,
    choices: Object.entries(STATES).map(([value, label]) => ({ value, label })),
  },
];

/** Accounts by user name: whose, in which state, what proves them, when last used. */
export default function AccountList() {
  const say = useSay();
  const [{ q, state }] = useSearch();
  const view = useView<typeof list>(
    'accounts.list',
    { limit: 3000, ...(q ? { q } : {}), ...(state === 'active' || state === 'suspended' ? { state } : {}) },
    { keepsPrevious: true },
  );
  const columns: readonly Column<Row>[] = [
    {
      key: 'username',
      title: account.fields.username.label,
      width: '10rem',
      cell: ({ username }) => username,
      text: ({ username }) => username,
    },
    {
      key: 'person',
      title: account.fields.personId.label,
      width: '8rem',
      cell: ({ personName }) => personName,
      text: ({ personName }) => personName,
    },
    {
      key: 'state',
      title: WORDS.state,
      width: '6rem',
      cell: ({ state: at }) => <AccountState state={at} />,
      text: ({ state: at }) => say(STATES[at]),
    },
    { key: 'proof', title: WORDS.proof, width: 'minmax(14rem, 1fr)', cell: (row) => <ProofTags of={row} /> },
    {
      key: 'changed',
      title: WORDS.changed,
      width: '8rem',
      cell: ({ passwordChangedAt }) => <Time at={passwordChangedAt} />,
      text: ({ passwordChangedAt }) => passwordChangedAt && String(passwordChangedAt),
    },
    {
      key: 'lastSignIn',
      title: WORDS.lastSignIn,
      width: '8rem',
      cell: ({ lastSignInAt }) => <Time at={lastSignInAt} />,
      text: ({ lastSignInAt }) => lastSignInAt && String(lastSignInAt),
    },
  ];
  return (
    <Page title={WORDS.title}>
      <DataList
        name="accounts"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        {...(view.data ? { total: view.data.total } : {})}
        columns={columns}
        rowKey={({ id }) => id}
        to={({ id }) => `/accounts/${id}`}
        filters={FILTERS}
        hasSearch
        empty={{ title: WORDS.none, hint: WORDS.hint }}
      />
    </Page>
  );
}
