import { type OutputOf, useView } from '../api/web.ts';
import { type Column, DataList, Page, Time, useSay } from '../design-system/web.ts';
import { labelOf } from '../registers/types/choice.type.ts';
import type { refusals } from './sessions.views.ts';
import { signInAttempt } from './sign-in-attempt.register.ts';

type Row = OutputOf<typeof refusals>['items'][number];

const WORDS = {
  title: { zh: '登录失败', en: 'Refused sign-ins' },
  none: { zh: '没有失败的登录', en: 'No sign-in was refused' },
  at: { zh: '时间', en: 'Time' },
  unknown: { zh: '不存在的账号', en: 'No such account' },
} as const;
const { fields } = signInAttempt;

/** Refused sign-ins, newest first: from where, for which account, why. */
export default function SignInAttempts() {
  const say = useSay();
  const view = useView<typeof refusals>('sessions.refusals', { limit: 500 });
  const reasonOf = (row: Row) => say(labelOf(fields.reason.options ?? [], row.reason));
  const columns: readonly Column<Row>[] = [
    { key: 'at', title: WORDS.at, width: '8rem', cell: ({ at }) => <Time at={at} />, text: ({ at }) => String(at) },
    {
      key: 'account',
      title: fields.accountId.label,
      width: '12rem',
      cell: ({ username }) => username ?? <span className="soft">{say(WORDS.unknown)}</span>,
      text: ({ username }) => username,
    },
    { key: 'reason', title: fields.reason.label, width: 'minmax(14rem, 1fr)', cell: reasonOf, text: reasonOf },
    {
      key: 'address',
      title: fields.address.label,
      width: '12rem',
      cell: ({ address }) => address,
      text: ({ address }) => address,
    },
  ];
  return (
    <Page title={WORDS.title}>
      <DataList
        name="sign-in-attempts"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ title: WORDS.none }}
      />
    </Page>
  );
}
