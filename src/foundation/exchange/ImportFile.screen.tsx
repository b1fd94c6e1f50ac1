import { type OutputOf, useCommand, useView } from '../api/web.ts';
import {
  ActionBar,
  Facts,
  Go,
  go,
  RecordPage,
  Section,
  Shown,
  Time,
  useKeys,
  useParams,
  useSay,
} from '../design-system/web.ts';
import { JobProgress } from '../jobs/web.ts';
import { RecordTimeline } from '../timeline/web.ts';
import { ColumnMapping } from './ColumnMapping.part.tsx';
import { ImportBadge, type ImportState, number } from './import-words.part.tsx';
import type { abandon, write } from './imports.commands.ts';
import type { record } from './imports.views.ts';
import { WrongRows } from './WrongRows.part.tsx';

type File = OutputOf<typeof record>;

const WORDS = {
  back: { zh: '返回导入', en: 'Back to imports' },
  steps: { zh: '步骤', en: 'Steps' },
  mapping: { zh: '对应栏目', en: 'Columns' },
  check: { zh: '核对', en: 'Check' },
  write: { zh: '写入', en: 'Write' },
  result: { zh: '结果', en: 'Result' },
  file: { zh: '文件', en: 'File' },
  wrongRows: { zh: '有误与待看的行', en: 'Rows to look at' },
  rows: { zh: '数据行', en: 'Rows' },
  isNew: { zh: '将新增', en: 'To be created' },
  update: { zh: '将更新', en: 'To be updated' },
  skip: { zh: '将跳过', en: 'To be left' },
  wrong: { zh: '有误或待答复', en: 'Wrong or to be answered' },
  warnings: { zh: '提示', en: 'To look at' },
  created: { zh: '已新增', en: 'Created' },
  updated: { zh: '已更新', en: 'Updated' },
  unchanged: { zh: '无变化', en: 'Unchanged' },
  confirm: { zh: '确认写入 {count} 行', en: 'Write {count} rows' },
  nothing: { zh: '没有可以写入的行', en: 'There is no row to write' },
  abandon: { zh: '放弃', en: 'Abandon' },
  open: { zh: '查看{register}', en: 'See: {register}' },
  source: { zh: '来源', en: 'Source' },
  digest: { zh: 'SHA-256', en: 'SHA-256' },
  head: { zh: '大小', en: 'Size' },
  received: { zh: '上传时间', en: 'Uploaded' },
} as const;

/** One file on its way: columns, check, write, result. Everything lies on the server: a closed browser loses nothing. */
export default function ImportFile() {
  const { id = '' } = useParams();
  const view = useView<typeof record>('imports.record', { id });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/imports') }]);
  return <Shown of={view}>{(file) => <Steps file={file} />}</Shown>;
}

const ORDER = ['mapping', 'check', 'write', 'result'] as const;
const AT: Readonly<Record<ImportState, (typeof ORDER)[number]>> = {
  received: 'mapping',
  checking: 'check',
  checked: 'check',
  writing: 'write',
  written: 'result',
  abandoned: 'result',
};

function Steps({ file }: { file: File }) {
  const say = useSay();
  const writing = useCommand<typeof write>('imports.write');
  const abandoning = useCommand<typeof abandon>('imports.abandon');
  const { id, state } = file;
  const good = (file.newCount ?? 0) + (file.updateCount ?? 0);
  const problem = writing.problem ?? abandoning.problem;
  const isOpen = state !== 'written' && state !== 'abandoned';
  return (
    <RecordPage
      title={file.fileName}
      badges={<ImportBadge state={state} />}
      owner={say(file.registerLabel)}
      timeline={<RecordTimeline register="import" id={id} />}
      actions={
        <ActionBar
          actions={[
            ...(state === 'checked'
              ? [
                  {
                    key: 'write',
                    label: { zh: say(WORDS.confirm, { count: number(good) }), en: say(WORDS.confirm, { count: good }) },
                    kind: 'main' as const,
                    isBusy: writing.isRunning,
                    act: () => void writing.run({ id }),
                    ...(good === 0 ? { reason: WORDS.nothing } : {}),
                  },
                ]
              : []),
            ...(isOpen
              ? [
                  {
                    key: 'abandon',
                    label: WORDS.abandon,
                    isBusy: abandoning.isRunning,
                    act: () => void abandoning.run({ id }),
                  },
                ]
              : []),
          ]}
        >
          {problem && (
            <p className="problem" role="alert">
              {say(problem.phrase)}
            </p>
          )}
        </ActionBar>
      }
    >
      <ol className="import-steps" aria-label={say(WORDS.steps)}>
        {ORDER.map((step, index) => (
          <li key={step} aria-current={AT[state] === step ? 'step' : undefined}>
            {index + 1}. {say(WORDS[step])}
          </li>
        ))}
      </ol>
      {state === 'checking' && file.checkJobId && (
        <Section title={WORDS.check}>
          <JobProgress id={file.checkJobId} />
        </Section>
      )}
      {(state === 'checked' || state === 'writing' || state === 'written') && (
        <Section title={state === 'written' ? WORDS.result : WORDS.check}>
          <Counts file={file} />
          {file.placeWarning && (
            <p className="stale-note" role="status">
              {say(file.placeWarning)}
            </p>
          )}
          {state === 'writing' && file.writeJobId && <JobProgress id={file.writeJobId} />}
          {state === 'written' && (
            <p>
              <Go to={file.path}>{say(WORDS.open, { register: say(file.registerLabel) })}</Go>
            </p>
          )}
        </Section>
      )}
      {((file.wrongCount ?? 0) > 0 || file.remarkCount > 0) && state !== 'abandoned' && (
        <Section title={WORDS.wrongRows}>
          <WrongRows id={id} isOpen={state === 'checked'} />
        </Section>
      )}
      {(state === 'received' || state === 'checked') && (
        <Section title={WORDS.mapping}>
          <ColumnMapping key={file.version} file={file} />
        </Section>
      )}
      <Section title={WORDS.file}>
        <Facts
          facts={[
            { label: WORDS.source, value: file.source },
            { label: WORDS.head, value: `${number(Math.ceil(file.size / 1024))} KB` },
            { label: WORDS.received, value: <Time at={file.createdAt} /> },
            { label: WORDS.digest, value: <code>{file.sha256}</code> },
          ]}
        />
      </Section>
    </RecordPage>
  );
}

function Counts({ file }: { file: File }) {
  const say = useSay();
  const shown =
    file.state === 'written'
      ? ([
          ['created', file.createdCount],
          ['updated', file.updatedCount],
          ['unchanged', file.unchangedCount],
          ['wrong', file.wrongCount],
        ] as const)
      : ([
          ['rows', file.rowCount],
          ['isNew', file.newCount],
          ['update', file.updateCount],
          ['skip', file.skipCount],
          ['wrong', file.wrongCount],
          ['warnings', file.warningCount],
        ] as const);
  return (
    <p className="import-counts">
      {shown.map(([key, count]) => (
        <span key={key}>
          {say(WORDS[key])} <b>{number(count)}</b>
        </span>
      ))}
    </p>
  );
}
