import { useState } from 'react';
import { type OutputOf, useView } from '../../api/web.ts';
import {
  Button,
  Dialog,
  Empty,
  Go,
  Page,
  Section,
  Shown,
  StateBadge,
  TableHead,
  Tag,
  Time,
  useMay,
  useSay,
} from '../../design-system/web.ts';
import { useRecordPath } from '../../timeline/web.ts';
import { destructionSheetLifecycle } from '../destruction-sheet.lifecycle.ts';
import type { due, list } from '../destruction-sheets.views.ts';
import { Assess, Prepare } from './destruction-dialogs.part.tsx';

type Group = OutputOf<typeof due>['items'][number];

const WORDS = {
  title: { zh: '个人信息销毁', en: 'Destruction of personal data' },
  due: { zh: '待销毁', en: 'To be destroyed' },
  none: { zh: '没有目的已实现的个人信息', en: 'No personal data whose purpose is fulfilled' },
  sheets: { zh: '销毁单', en: 'Destruction sheets' },
  noSheets: { zh: '还没有销毁单', en: 'No sheets yet' },
  matter: { zh: '事项', en: 'Matter' },
  records: { zh: '记录', en: 'Records' },
  at: { zh: '应销毁', en: 'Due' },
  state: { zh: '状态', en: 'State' },
  act: { zh: '办理', en: 'Act' },
  isDue: { zh: '{count} 条到期', en: '{count} due' },
  notYet: { zh: '未到期', en: 'not yet' },
  held: { zh: '证据保全中', en: 'Under a legal hold' },
  kept: { zh: '评估留存至 {until}', en: 'Kept until {until}' },
  part: { zh: '{label} {records} 条', en: '{label}: {records}' },
  prepare: { zh: '编制销毁单', en: 'Prepare a sheet' },
  assess: { zh: '留存评估', en: 'Assess' },
  number: { zh: '编号', en: 'Number' },
  scope: { zh: '销毁范围', en: 'What' },
  prepared: { zh: '编制', en: 'Prepared' },
  decided: { zh: '批准', en: 'Decided' },
  keys: { zh: '销毁密钥', en: 'Keys' },
} as const;

/** What must go after its purpose is fulfilled (应对法 第85条), what stays and why, and the sheets with their proof. */
export default function Destruction() {
  const say = useSay();
  const view = useView<typeof due>('destructionSheets.due', {});
  const sheets = useView<typeof list>('destructionSheets.list', {});
  const [asked, setAsked] = useState<{ kind: 'prepare' | 'assess'; group: Group }>();
  const close = () => setAsked(undefined);
  return (
    <Page title={WORDS.title}>
      <Section title={WORDS.due}>
        <Shown of={view}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={WORDS.none} />
            ) : (
              <table className="table table-stacks">
                <TableHead titles={[WORDS.matter, WORDS.records, WORDS.at, WORDS.state, WORDS.act]} />
                <tbody>
                  {items.map((group) => (
                    <GroupRow key={group.key} group={group} ask={(kind) => setAsked({ kind, group })} />
                  ))}
                </tbody>
              </table>
            )
          }
        </Shown>
      </Section>
      <Section title={WORDS.sheets}>
        <Shown of={sheets}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={WORDS.noSheets} />
            ) : (
              <table className="table table-stacks">
                <TableHead
                  titles={[WORDS.number, WORDS.scope, WORDS.state, WORDS.keys, WORDS.prepared, WORDS.decided]}
                />
                <tbody>
                  {items.map((sheet) => (
                    <tr key={sheet.id}>
                      <th scope="row" data-label={say(WORDS.number)}>
                        <Go to={`/destruction-sheets/${sheet.id}`}>{sheet.number}</Go>
                      </th>
                      <td data-label={say(WORDS.scope)}>{sheet.title}</td>
                      <td data-label={say(WORDS.state)}>
                        <SheetState state={sheet.state} />
                      </td>
                      <td data-label={say(WORDS.keys)}>{sheet.keyCount ?? '—'}</td>
                      <td data-label={say(WORDS.prepared)}>
                        <Time at={sheet.preparedAt} /> {sheet.preparedBy}
                      </td>
                      <td data-label={say(WORDS.decided)}>
                        {sheet.decidedAt ? (
                          <>
                            <Time at={sheet.decidedAt} /> {sheet.decidedBy}
                          </>
                        ) : (
                          '—'
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Shown>
      </Section>
      <Dialog title={say(WORDS[asked?.kind ?? 'prepare'])} isOpen={asked !== undefined} onClose={close}>
        {asked?.kind === 'prepare' && <Prepare group={asked.group} onClose={close} />}
        {asked?.kind === 'assess' && <Assess group={asked.group} onClose={close} />}
      </Dialog>
    </Page>
  );
}

function GroupRow({ group, ask }: { group: Group; ask: (kind: 'prepare' | 'assess') => void }) {
  const say = useSay();
  const may = useMay();
  const recordPath = useRecordPath();
  const path = group.causeId ? recordPath({ plural: group.causePlural, id: group.causeId }) : undefined;
  const isFree = group.due > 0 && !group.isHeld && group.keepUntil === null;
  return (
    <tr>
      <th scope="row" data-label={say(WORDS.matter)}>
        {path ? <Go to={path}>{say(group.title)}</Go> : say(group.title)}
      </th>
      <td data-label={say(WORDS.records)}>
        {group.parts.map(({ label, records }) => say(WORDS.part, { label: say(label), records })).join('、')}
      </td>
      <td data-label={say(WORDS.at)}>
        <Time at={group.dueAt} />
      </td>
      <td data-label={say(WORDS.state)}>
        <span className="row">
          {group.due > 0 ? <Tag>{say(WORDS.isDue, { count: group.due })}</Tag> : say(WORDS.notYet)}
          {group.isHeld && <Tag>{say(WORDS.held)}</Tag>}
          {group.keepUntil && (
            <span title={group.assessment ?? ''}>
              <Tag>{say(WORDS.kept, { until: group.keepUntil })}</Tag>
            </span>
          )}
        </span>
      </td>
      <td data-label={say(WORDS.act)}>
        <span className="row">
          {isFree && may('destruction_sheet.prepare') && (
            <Button onClick={() => ask('prepare')}>{say(WORDS.prepare)}</Button>
          )}
          {group.causeId && may('retention_assessment.make') && (
            <Button onClick={() => ask('assess')}>{say(WORDS.assess)}</Button>
          )}
        </span>
      </td>
    </tr>
  );
}

export function SheetState({ state }: { state: string }) {
  const label = destructionSheetLifecycle.states[state as 'prepared'];
  return <StateBadge label={label} tone={state === 'prepared' ? 'active' : 'ended'} />;
}
