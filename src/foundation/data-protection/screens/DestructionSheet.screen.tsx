import { useState } from 'react';
import { type OutputOf, useCommand, useView } from '../../api/web.ts';
import {
  type Action,
  ActionBar,
  Dialog,
  Facts,
  Go,
  go,
  RecordPage,
  Section,
  Shown,
  TableHead,
  Time,
  useKeys,
  useParams,
  useSay,
} from '../../design-system/web.ts';
import { useRecordPath } from '../../timeline/web.ts';
import { destructionSheet } from '../destruction-sheet.register.ts';
import type { withdraw } from '../destruction-sheets.commands.ts';
import type { record } from '../destruction-sheets.views.ts';
import { SheetState } from './Destruction.screen.tsx';
import { Decide } from './destruction-dialogs.part.tsx';

type Sheet = OutputOf<typeof record>;
const { fields } = destructionSheet;

const WORDS = {
  back: { zh: '返回个人信息销毁', en: 'Back to destruction' },
  print: { zh: '打印', en: 'Print' },
  what: { zh: '销毁内容', en: 'What is destroyed' },
  proof: { zh: '销毁证明', en: 'Proof' },
  preparedAt: { zh: '编制', en: 'Prepared' },
  rule: { zh: '保存期限规则', en: 'Rule of retention' },
  version: { zh: '第 {version} 版', en: 'version {version}' },
  cause: { zh: '所涉事项', en: 'Matter' },
  open: { zh: '查看', en: 'Open' },
  left: { zh: '现存密钥', en: 'Keys there now' },
  leftNone: { zh: '0，均已销毁，任何备份也不能恢复', en: '0: none, nor in any backup' },
  register: { zh: '台账', en: 'Register' },
  count: { zh: '记录数', en: 'Records' },
  ids: { zh: '记录标识', en: 'Ids of the records' },
  approve: { zh: '批准并销毁', en: 'Approve and destroy' },
  reject: { zh: '不予销毁', en: 'Reject' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
} as const;

/** 销毁单: before the decision what would go, after it the proof, to be printed and filed. */
export default function DestructionSheet() {
  const { id = '' } = useParams();
  const view = useView<typeof record>('destructionSheets.record', { id });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/destruction-sheets') }]);
  return <Shown of={view}>{(sheet) => <Whole sheet={sheet} />}</Shown>;
}

function Whole({ sheet }: { sheet: Sheet }) {
  const say = useSay();
  const withdrawing = useCommand<typeof withdraw>('destructionSheets.withdraw');
  const [asked, setAsked] = useState<'approve' | 'reject'>();
  const actions: Action[] = [
    ...(sheet.mayDecide
      ? [
          { key: 'approve', label: WORDS.approve, kind: 'danger' as const, act: () => setAsked('approve') },
          { key: 'reject', label: WORDS.reject, act: () => setAsked('reject') },
        ]
      : []),
    ...(sheet.mayWithdraw
      ? [{ key: 'withdraw', label: WORDS.withdraw, act: () => void withdrawing.run({ id: sheet.id }) }]
      : []),
    { key: 'print', label: WORDS.print, act: () => window.print() },
  ];
  const close = () => setAsked(undefined);
  return (
    <RecordPage
      number={sheet.number ?? undefined}
      title={sheet.title}
      badges={<SheetState state={sheet.state} />}
      actions={<ActionBar actions={actions} />}
    >
      <Section title={WORDS.what}>
        <Facts
          facts={[
            { label: fields.reason.label, value: sheet.reason },
            { label: WORDS.cause, value: <Cause sheet={sheet} /> },
            {
              label: WORDS.preparedAt,
              value: (
                <>
                  <Time at={sheet.preparedAt} /> {sheet.preparedBy}
                </>
              ),
            },
            { label: WORDS.rule, value: sheet.rule && say(WORDS.version, { version: sheet.rule.version }) },
          ]}
        />
        <table className="table table-stacks">
          <TableHead titles={[WORDS.register, WORDS.count, WORDS.ids]} />
          <tbody>
            {sheet.parts.map((part) => (
              <tr key={part.register}>
                <th scope="row" data-label={say(WORDS.register)}>
                  {say(part.label)}
                </th>
                <td data-label={say(WORDS.count)}>{part.ids.length}</td>
                <td data-label={say(WORDS.ids)}>
                  <code className="digest">{part.ids.join(' ')}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      {sheet.decidedAt && (
        <Section title={WORDS.proof}>
          <Facts
            facts={[
              { label: fields.decidedBy.label, value: sheet.decidedBy },
              { label: fields.decidedAt.label, value: <Time at={sheet.decidedAt} /> },
              { label: fields.decision.label, value: sheet.decision },
              { label: fields.keyCount.label, value: sheet.keyCount },
              {
                label: fields.keysDigest.label,
                value: sheet.keysDigest && <code className="digest">{sheet.keysDigest}</code>,
              },
              { label: WORDS.left, value: sheet.keysLeft === 0 ? say(WORDS.leftNone) : sheet.keysLeft },
            ]}
          />
        </Section>
      )}
      <Dialog title={say(WORDS[asked ?? 'approve'])} isOpen={asked !== undefined} onClose={close}>
        {asked && <Decide id={sheet.id} kind={asked} onClose={close} />}
      </Dialog>
    </RecordPage>
  );
}

function Cause({ sheet }: { sheet: Sheet }) {
  const say = useSay();
  const recordPath = useRecordPath();
  const path = sheet.cause ? recordPath(sheet.cause) : undefined;
  return path ? <Go to={path}>{say(WORDS.open)}</Go> : '—';
}
