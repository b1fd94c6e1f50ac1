import { useView } from '../../foundation/api/web.ts';
import {
  ChoiceField,
  Empty,
  go,
  Page,
  Section,
  Shown,
  useKeys,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import type { list } from './plan-revisions.views.ts';
import { RevisionTable } from './RevisionTable.part.tsx';

const WORDS = {
  title: { zh: '预案修订请求', en: 'Requests to revise plans' },
  show: { zh: '显示', en: 'Show' },
  waiting: { zh: '待办理和修订中', en: 'Open and under revision' },
  all: { zh: '全部', en: 'All' },
  none: { zh: '没有待办的修订请求', en: 'No request is open' },
  noneHint: {
    zh: '法规、机构职责、风险、资源变化，实战和演练发现问题，或满三年时，系统自动提出。',
    en: 'Raised by the system when laws, organs, risks or resources change, a response shows a problem, or three years pass.',
  },
  back: { zh: '返回预案', en: 'Back to the plans' },
} as const;

/** The desk of whoever answers for plans: what asks for a revision, with its cause. */
export default function RevisionDesk() {
  const say = useSay();
  const [search, change] = useSearch();
  const state = search.state === 'all' ? 'all' : 'waiting';
  const view = useView<typeof list>('planRevisions.list', { state }, { keepsPrevious: true });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/plans') }]);
  return (
    <Page title={WORDS.title}>
      <ChoiceField
        label={WORDS.show}
        as="buttons"
        choices={[
          { value: 'waiting', label: WORDS.waiting },
          { value: 'all', label: WORDS.all },
        ]}
        value={state}
        onChange={(value) => change({ state: value === 'all' ? 'all' : undefined })}
      />
      <Shown of={view} rows={6}>
        {({ items, total }) =>
          total === 0 ? (
            <Empty title={WORDS.none} hint={WORDS.noneHint} />
          ) : (
            <Section
              title={WORDS.title}
              aside={<span className="soft">{say({ zh: '{total} 件', en: '{total}' }, { total })}</span>}
            >
              <RevisionTable items={items} hasPlan />
            </Section>
          )
        }
      </Shown>
    </Page>
  );
}
