import { type OutputOf, useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  Countdown,
  Empty,
  Go,
  Page,
  Shown,
  StateBadge,
  TableHead,
  Tag,
  Time,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import { DraftDocument } from '../../foundation/official-documents/web.ts';
import type { open } from './daily-briefs.commands.ts';
import type { list } from './daily-briefs.views.ts';

type Item = OutputOf<typeof list>['items'][number];

const WORDS = {
  title: { zh: '每日要情', en: 'Daily briefs' },
  day: { zh: '日期', en: 'Day' },
  state: { zh: '状态', en: 'State' },
  papers: { zh: '文稿', en: 'Papers' },
  signed: { zh: '已签发', en: 'Signed' },
  owed: { zh: '未签发', en: 'Not signed' },
  late: { zh: '逾期', en: 'Late' },
  draft: { zh: '起草', en: 'Draft' },
  unsigned: { zh: '文稿', en: 'Draft' },
  open: { zh: '编制 {day}', en: 'Open {day}' },
  none: { zh: '还没有每日要情', en: 'No daily brief yet' },
  hint: {
    zh: '每日零时后自动编制前一日；也可现在编制。',
    en: 'That of the day before is opened after midnight; or open it now.',
  },
} as const;

/** 每日要情: which days are told, which are owed, and their papers; the text is drawn from the records of the day. */
export default function DailyBriefs() {
  const say = useSay();
  const may = useMay();
  const view = useView<typeof list>('dailyBriefs.list', {}, { topics: ['daily_brief'] });
  const opening = useCommand<typeof open>('dailyBriefs.open');
  return (
    <Page title={WORDS.title}>
      <Shown of={view}>
        {({ items, missing, today }) => (
          <>
            {may('daily_brief.open') && (
              <p className="row">
                {[...(items.some(({ day }) => day === today) ? [] : [today]), ...missing].slice(0, 3).map((day) => (
                  <Button key={day} disabled={opening.isRunning} onClick={() => void opening.run({ day })}>
                    {say(WORDS.open, { day })}
                  </Button>
                ))}
                {opening.problem && <span role="alert">{say(opening.problem.phrase)}</span>}
              </p>
            )}
            {items.length === 0 ? (
              <Empty title={WORDS.none} hint={WORDS.hint} />
            ) : (
              <table className="table table-stacks">
                <TableHead titles={[WORDS.day, WORDS.state, WORDS.papers]} />
                <tbody>
                  {items.map((item) => (
                    <Row key={item.id} item={item} mayDraft={may('daily_brief.draft')} />
                  ))}
                </tbody>
              </table>
            )}
          </>
        )}
      </Shown>
    </Page>
  );
}

function Row({ item, mayDraft }: { item: Item; mayDraft: boolean }) {
  const say = useSay();
  return (
    <tr>
      <th scope="row" data-label={say(WORDS.day)}>
        {item.day}
      </th>
      <td data-label={say(WORDS.state)}>
        <span className="row">
          <StateBadge label={item.signedAt ? WORDS.signed : WORDS.owed} tone={item.signedAt ? 'done' : 'waiting'} />
          {item.signedAt ? <Time at={item.signedAt} /> : <Countdown dueAt={item.dueAt} />}
          {item.signedAt && item.isLate && <Tag>{say(WORDS.late)}</Tag>}
        </span>
      </td>
      <td data-label={say(WORDS.papers)}>
        <span className="row">
          {item.documents.map(({ id, number }) => (
            <Go key={id} to={`/official-documents/${id}`}>
              {number ?? say(WORDS.unsigned)}
            </Go>
          ))}
          {mayDraft && item.documents.length === 0 && (
            <DraftDocument kind="daily_brief" subjectId={item.id} label={WORDS.draft} />
          )}
        </span>
      </td>
    </tr>
  );
}
