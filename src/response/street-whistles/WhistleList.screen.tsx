import { useState } from 'react';
import { type OutputOf, useView } from '../../foundation/api/web.ts';
import {
  Button,
  type Column,
  Countdown,
  DataList,
  Dialog,
  Page,
  StateBadge,
  Time,
  useMay,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { BlowWhistle } from './BlowWhistle.part.tsx';
import { streetWhistleLifecycle } from './street-whistle.lifecycle.ts';
import type { list } from './street-whistles.views.ts';

type Whistle = OutputOf<typeof list>['items'][number];

const WORDS = {
  title: { zh: '吹哨报到', en: 'Street whistles' },
  blow: { zh: '吹哨', en: 'Blow a whistle' },
  number: { zh: '编号', en: 'Number' },
  matter: { zh: '事项', en: 'Matter' },
  street: { zh: '街道', en: 'Street' },
  answers: { zh: '报到', en: 'Answered' },
  waiting: { zh: '待报到：{names}', en: 'Waiting for: {names}' },
  due: { zh: '报到时限', en: 'Due' },
  state: { zh: '状态', en: 'State' },
  blownAt: { zh: '吹哨时间', en: 'Blown at' },
  open: { zh: '进行中', en: 'Open' },
  ended: { zh: '已结束', en: 'Ended' },
  none: { zh: '没有吹哨', en: 'No whistle' },
  noneHint: { zh: '街道吹哨后显示在这里', en: 'Whistles of streets stand here' },
} as const satisfies Record<string, Phrase>;

const waiting = ({ answers }: Whistle) => answers.filter(({ state }) => state === 'called');

/** What a street has blown, what a department is called to, or all of the district: by the viewer's rights. */
export default function WhistleList() {
  const say = useSay();
  const may = useMay();
  const [search] = useSearch();
  const [isBlowing, setBlowing] = useState(false);
  const view = useView<typeof list>('streetWhistles.list', search.state ? { isOpen: search.state === 'open' } : {}, {
    keepsPrevious: true,
  });
  const states: Readonly<Record<string, Phrase>> = streetWhistleLifecycle.states;
  const columns: readonly Column<Whistle>[] = [
    { key: 'number', title: WORDS.number, width: '9rem', cell: (one) => one.number, text: (one) => one.number },
    {
      key: 'title',
      title: WORDS.matter,
      width: 'minmax(12rem, 3fr)',
      cell: (one) => one.title,
      text: (one) => one.title,
    },
    { key: 'street', title: WORDS.street, cell: (one) => one.streetName, text: (one) => one.streetName },
    {
      key: 'answers',
      title: WORDS.answers,
      width: 'minmax(12rem, 2fr)',
      cell: (one) =>
        waiting(one).length > 0 && one.state === 'blown'
          ? say(WORDS.waiting, {
              names: waiting(one)
                .map(({ unitName }) => unitName)
                .join('、'),
            })
          : `${one.answers.length - waiting(one).length}/${one.answers.length}`,
      text: (one) => `${one.answers.length - waiting(one).length}/${one.answers.length}`,
    },
    {
      key: 'due',
      title: WORDS.due,
      width: '11rem',
      cell: (one) => (one.state === 'blown' && waiting(one).length > 0 ? <Countdown dueAt={one.answerDueAt} /> : '—'),
    },
    {
      key: 'state',
      title: WORDS.state,
      width: '7rem',
      cell: (one) => (
        <StateBadge label={states[one.state] ?? WORDS.state} tone={one.state === 'blown' ? 'active' : 'ended'} />
      ),
    },
    { key: 'blownAt', title: WORDS.blownAt, width: '8rem', cell: (one) => <Time at={one.blownAt} /> },
  ];
  return (
    <Page
      title={WORDS.title}
      aside={
        may('street_whistle.blow') && (
          <Button kind="main" onClick={() => setBlowing(true)}>
            {say(WORDS.blow)}
          </Button>
        )
      }
    >
      <DataList
        name="street-whistles"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        columns={columns}
        rowKey={({ id }) => id}
        to={({ id }) => `/street-whistles/${id}`}
        filters={[
          {
            key: 'state',
            label: WORDS.state,
            choices: [
              { value: 'open', label: WORDS.open },
              { value: 'ended', label: WORDS.ended },
            ],
          },
        ]}
        empty={{ title: WORDS.none, hint: WORDS.noneHint }}
      />
      <Dialog title={say(WORDS.blow)} isOpen={isBlowing} onClose={() => setBlowing(false)} size="wide">
        <BlowWhistle onDone={() => setBlowing(false)} />
      </Dialog>
    </Page>
  );
}
