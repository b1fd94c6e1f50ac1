import { useView } from '../../api/web.ts';
import { DataList, Page, TextField, useSay, useSearch } from '../../design-system/web.ts';
import type { accessLog } from '../../personal-data/index.ts';
import { useAccessColumns } from './access-columns.part.tsx';

const WORDS = {
  title: { zh: '个人信息访问', en: 'Access to personal data' },
  none: { zh: '没有访问记录', en: 'No access' },
  actor: { zh: '人员姓名', en: 'Name of the person' },
  kind: { zh: '操作', en: 'Did' },
} as const;

const KINDS = [
  { value: 'personal_data.revealed', label: { zh: '查看完整联系方式', en: 'Revealed a contact' } },
  { value: 'file.viewed', label: { zh: '查看原件', en: 'Looked at an original' } },
  { value: 'file.downloaded', label: { zh: '下载原件', en: 'Took an original' } },
  { value: 'register.exported', label: { zh: '导出台账', en: 'Exported a register' } },
] as const;

/** For the audit administrator: who looked at or took away data of persons, when, why. */
export default function AccessLog() {
  const say = useSay();
  const [search, change] = useSearch();
  const kind = KINDS.find(({ value }) => value === search.kind)?.value;
  const view = useView<typeof accessLog>(
    'personalData.accessLog',
    {
      ...(search.actor ? { actor: search.actor } : {}),
      ...(kind ? { kind } : {}),
      ...(search.record ? { recordId: search.record } : {}),
    },
    { keepsPrevious: true },
  );
  const columns = useAccessColumns();
  return (
    <Page title={WORDS.title}>
      <DataList
        name="access-log"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.accesses ?? []}
        {...(view.data ? { total: view.data.total } : {})}
        columns={columns}
        rowKey={(row) => row.id}
        filters={[{ key: 'kind', label: WORDS.kind, choices: KINDS }]}
        tools={
          <TextField
            label={WORDS.actor}
            name="actor"
            type="search"
            value={search.actor ?? ''}
            onChange={(actor) => change({ actor: actor || undefined })}
            maxLength={60}
          />
        }
        empty={{ title: WORDS.none }}
      />
    </Page>
  );
}
