import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { type OutputOf, useView } from '../api/web.ts';
import {
  Button,
  ChoiceField,
  Contributions,
  Dialog,
  Empty,
  Page,
  Shown,
  useKeys,
  useMay,
  useSay,
  useSearch,
} from '../design-system/web.ts';
import { GroundNote } from '../registers/web.ts';
import { IssueOrder } from './IssueOrder.part.tsx';
import { OrderColumns } from './OrderColumns.part.tsx';
import type { board } from './orders.views.ts';
import { RemindSilent } from './RemindSilent.part.tsx';

const WORDS = {
  title: { zh: '指令', en: 'Orders' },
  issue: { zh: '下达指令', en: 'Issue order' },
  late: { zh: '只看逾期', en: 'Late only' },
  unit: { zh: '按单位', en: 'By unit' },
  street: { zh: '按街道', en: 'By street' },
  all: { zh: '全部', en: 'All' },
  groups: { zh: '工作组', en: 'Group' },
  units: { zh: '单位', en: 'Unit' },
  streets: { zh: '街道', en: 'Street' },
  more: { zh: '已列 {shown}，共 {total}，继续列出', en: '{shown} of {total}: list more' },
  none: { zh: '没有进行中的指令', en: 'No order is open' },
  noneHint: { zh: '启动预案或下达指令后显示在这里', en: 'Orders stand here once a plan is activated or one is issued' },
} as const satisfies Record<string, Phrase>;

type Facet = OutputOf<typeof board>['groups'][number];
const PAGE = 200;

/** 指令板: what was ordered and how far it is; late parts rise. `?matter=` narrows it to one incident. */
export default function OrderBoard() {
  const say = useSay();
  const may = useMay();
  const [search, setSearch] = useSearch();
  const [isIssuing, setIssuing] = useState(false);
  const [count, setCount] = useState(PAGE);
  const { matter, group, unit, street } = search;
  const isLateOnly = search.late === '1';
  const by = search.by === 'unit' || search.by === 'street' ? search.by : 'group';
  const view = useView<typeof board>(
    'orders.board',
    {
      lateOnly: isLateOnly,
      limit: count,
      ...(matter ? { matter } : {}),
      ...(group ? { group } : {}),
      ...(unit ? { unit } : {}),
      ...(street ? { street } : {}),
      ...(search.within ? { within: search.within } : {}),
    },
    { keepsPrevious: true },
  );
  const mayIssue = may('order.issue');
  useKeys(mayIssue ? [{ keys: 'i', label: WORDS.issue, act: () => setIssuing(true) }] : []);
  const narrow = (key: 'group' | 'unit' | 'street', label: Phrase, items: readonly Facet[]) =>
    items.length > 1 || search[key] ? (
      <ChoiceField
        key={key}
        label={label}
        name={key}
        value={search[key] ?? ''}
        onChange={(value) => {
          setCount(PAGE);
          setSearch({ [key]: value || undefined });
        }}
        choices={[
          { value: '', label: WORDS.all },
          ...items.map((one) => {
            const text = `${one.name} ${one.count}`;
            return { value: one.value, label: { zh: text, en: text } };
          }),
        ]}
      />
    ) : null;
  const aside = (
    <div className="order-actions">
      <Button aria-pressed={isLateOnly} onClick={() => setSearch({ late: isLateOnly ? undefined : '1' })}>
        {say(WORDS.late)}
      </Button>
      {(['unit', 'street'] as const).map((one) => (
        <Button key={one} aria-pressed={by === one} onClick={() => setSearch({ by: by === one ? undefined : one })}>
          {say(WORDS[one])}
        </Button>
      ))}
      <RemindSilent matter={matter} />
      {mayIssue && (
        <Button kind="main" onClick={() => setIssuing(true)}>
          {say(WORDS.issue)}
        </Button>
      )}
    </div>
  );
  return (
    <Page title={WORDS.title} aside={aside}>
      <GroundNote layer="orders" />
      <Shown of={view}>
        {({ items, counts, total, groups, units, streets }) => (
          <>
            <div className="order-narrow">
              {narrow('group', WORDS.groups, groups)}
              {narrow('street', WORDS.streets, streets)}
              {narrow('unit', WORDS.units, units)}
            </div>
            <Contributions at="orders.board" props={{ matter }} />
            {items.length === 0 ? (
              <Empty title={WORDS.none} hint={WORDS.noneHint} />
            ) : (
              <OrderColumns items={items} counts={counts} by={by} />
            )}
            {total > items.length && (
              <p>
                <Button onClick={() => setCount(Math.min(1000, count + PAGE))}>
                  {say(WORDS.more, { shown: items.length, total })}
                </Button>
              </p>
            )}
          </>
        )}
      </Shown>
      <Dialog title={say(WORDS.issue)} isOpen={isIssuing} onClose={() => setIssuing(false)} size="wide">
        <IssueOrder
          matter={matter ? { register: 'incident', id: matter } : undefined}
          onDone={() => setIssuing(false)}
        />
      </Dialog>
    </Page>
  );
}
