import { useView } from '../../foundation/api/web.ts';
import {
  type Column,
  Countdown,
  DataList,
  Go,
  Page,
  StateBadge,
  Time,
  useMay,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { PLAN_TYPES, plan } from './plan.register.ts';
import { EDITION, stateLabel, toneOf } from './plan-words.part.tsx';
import type { list } from './plans.views.ts';

type Item = NonNullable<(typeof list)['Output']>['items'][number];

const { fields } = plan;
const WORDS = {
  title: { zh: '预案', en: 'Plans' },
  none: { zh: '没有预案', en: 'No plan' },
  actions: { zh: '行动', en: 'Actions' },
  unit: { zh: '编制单位', en: 'Unit' },
  edition: { zh: '版次', en: 'Edition' },
  filing: { zh: '备案', en: 'Filed' },
  revisions: { zh: '修订请求', en: 'Revision requests' },
  texts: { zh: '导入预案文本', en: 'Texts of plans' },
  write: { zh: '编制新预案', en: 'Write a new plan' },
} as const;

/** Plans in force; editions that were superseded stand behind a filter. */
export default function PlanList() {
  const say = useSay();
  const may = useMay();
  const [search] = useSearch();
  const view = useView<typeof list>(
    'plans.list',
    {
      ...(search.kind ? { incidentKind: search.kind } : {}),
      ...(search.editions === 'all' ? { includeSuperseded: true } : {}),
    },
    { keepsPrevious: true },
  );
  const columns: readonly Column<Item>[] = [
    {
      key: 'name',
      title: fields.name.label,
      width: 'minmax(20rem, 3fr)',
      cell: (row) => row.name,
      text: (row) => row.name,
    },
    {
      key: 'edition',
      title: WORDS.edition,
      width: '6rem',
      cell: (row) => say(EDITION, { edition: row.edition }),
      text: (row) => row.edition,
    },
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      width: '7rem',
      cell: (row) => <StateBadge label={stateLabel(row.state)} tone={toneOf(row.state)} />,
      text: (row) => say(stateLabel(row.state)),
    },
    {
      key: 'type',
      title: fields.type.label,
      cell: (row) => say(labelOf(PLAN_TYPES, row.type)),
      text: (row) => say(labelOf(PLAN_TYPES, row.type)),
    },
    {
      key: 'kind',
      title: fields.incidentKind.label,
      width: 'minmax(8rem, 1fr)',
      cell: (row) => say(labelOf(INCIDENT_KINDS, row.incidentKind)),
      text: (row) => say(labelOf(INCIDENT_KINDS, row.incidentKind)),
    },
    { key: 'unit', title: WORDS.unit, cell: (row) => row.unitName, text: (row) => row.unitName },
    {
      key: 'actions',
      title: WORDS.actions,
      width: '4.5rem',
      isNumber: true,
      cell: (row) => row.actionCount,
      text: (row) => row.actionCount,
    },
    {
      key: 'filing',
      title: WORDS.filing,
      width: '9rem',
      cell: (row) =>
        row.filedAt ? (
          <Time at={row.filedAt} />
        ) : row.state === 'in_force' ? (
          <Countdown dueAt={row.filingDueAt} />
        ) : null,
      text: (row) => String(row.filedAt ?? ''),
    },
    {
      key: 'issuedAt',
      title: fields.issuedAt.label,
      width: '7rem',
      cell: (row) => <Time at={row.issuedAt} />,
      text: (row) => String(row.issuedAt),
    },
  ];
  return (
    <Page
      title={WORDS.title}
      aside={
        <span className="row">
          {may('plan_text.read') && (
            <Go className="button" to="/plan-texts">
              {say(WORDS.texts)}
            </Go>
          )}
          {may('plan_revision.read') && (
            <Go className="button" to="/plan-revisions">
              {say(WORDS.revisions)}
            </Go>
          )}
          {may('plan.adopt') && (
            <Go className="button" to="/plans/new">
              {say(WORDS.write)}
            </Go>
          )}
        </span>
      }
    >
      <DataList
        name="plans"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => `/plans/${row.id}`}
        filters={FILTERS}
        empty={{ title: WORDS.none }}
      />
    </Page>
  );
}

const FILTERS = [
  {
    key: 'kind',
    label: fields.incidentKind.label,
    choices: INCIDENT_KINDS.map(({ id, label }) => ({ value: id, label })),
  },
  {
    key: 'editions',
    label: WORDS.edition,
    choices: [{ value: 'all', label: { zh: '含已被替代的', en: 'Superseded too' } }],
  },
];
