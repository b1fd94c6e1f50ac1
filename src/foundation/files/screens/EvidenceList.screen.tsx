import { useState } from 'react';
import { type OutputOf, useCommand, useView } from '../../api/web.ts';
import {
  Button,
  type Column,
  DataList,
  Dialog,
  Form,
  FormActions,
  Go,
  Page,
  TextAreaField,
  Thumbnail,
  Time,
  useMay,
  useSay,
  useSearch,
} from '../../design-system/web.ts';
import type { destroy } from '../custody/destroy.commands.ts';
import type { list } from '../files.views.ts';
import { FileMarks, sizeText, useKindText } from './file-words.part.tsx';
import './files.css';

type Item = OutputOf<typeof list>['items'][number];

const WORDS = {
  title: { zh: '证据文件', en: 'Evidence files' },
  none: { zh: '没有文件', en: 'No files' },
  file: { zh: '文件', en: 'File' },
  kind: { zh: '类型', en: 'Kind' },
  size: { zh: '大小', en: 'Size' },
  subject: { zh: '所属记录', en: 'Belongs to' },
  uploaded: { zh: '上传', en: 'Uploaded' },
  by: { zh: '上传人', en: 'By' },
  due: { zh: '保存至', en: 'Keep until' },
  digest: { zh: '校验值', en: 'SHA-256' },
  shown: { zh: '范围', en: 'Shown' },
  destroy: { zh: '销毁选中的 {count} 个文件', en: 'Destroy the {count} chosen' },
  destroyTitle: { zh: '到期销毁文件', en: 'Destroy files after retention' },
  hint: {
    zh: '内容和文件名将被销毁且不能恢复；校验值、经手记录和本次事由保留。',
    en: 'Content and name are destroyed for good; digest, custody and this reason stay.',
  },
  reason: { zh: '事由', en: 'Reason' },
  holds: { zh: '证据保全一览', en: 'Legal holds' },
} as const;

const SHOWN = [
  { value: 'held', label: { zh: '保全中', en: 'Held' } },
  { value: 'due', label: { zh: '保存期满', en: 'Past retention' } },
  { value: 'destroyed', label: { zh: '已销毁', en: 'Destroyed' } },
] as const;
const KINDS = [
  { value: 'image', label: { zh: '照片', en: 'Photo' } },
  { value: 'video', label: { zh: '录像', en: 'Video' } },
  { value: 'audio', label: { zh: '录音', en: 'Audio' } },
  { value: 'application', label: { zh: '文档', en: 'Paper' } },
] as const;

/** Evidence of the district: all of it, what is held, what may be destroyed, what was. */
export default function EvidenceList() {
  const say = useSay();
  const may = useMay();
  const kindText = useKindText();
  const [search] = useSearch();
  const shown = SHOWN.find(({ value }) => value === search.shown)?.value ?? 'all';
  const kind = KINDS.find(({ value }) => value === search.kind)?.value;
  const view = useView<typeof list>('files.list', { shown, ...(kind ? { kind } : {}) });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const mayDestroy = shown === 'due' && may('file.destroy');
  const columns: readonly Column<Item>[] = [
    {
      key: 'name',
      title: WORDS.file,
      width: 'minmax(14rem, 2fr)',
      cell: (row) => (
        <span className="file-row">
          {row.hasThumbnail && <Thumbnail id={row.id} alt="" />}
          {row.name}
          <FileMarks isHeld={row.isHeld} state={row.state} />
        </span>
      ),
      text: (row) => row.name,
    },
    {
      key: 'kind',
      title: WORDS.kind,
      width: '7rem',
      cell: (row) => kindText(row.mediaType),
      text: (row) => row.mediaType,
    },
    {
      key: 'size',
      title: WORDS.size,
      width: '6rem',
      isNumber: true,
      cell: (row) => sizeText(row.size),
      text: (row) => row.size,
    },
    {
      key: 'subject',
      title: WORDS.subject,
      width: '8rem',
      cell: (row) => (row.subjectLabel ? say(row.subjectLabel) : '—'),
      text: (row) => row.subjectLabel && say(row.subjectLabel),
    },
    {
      key: 'uploaded',
      title: WORDS.uploaded,
      width: '9rem',
      cell: (row) => <Time at={row.uploadedAt} />,
      text: (row) => row.uploadedAt,
    },
    { key: 'by', title: WORDS.by, width: '6rem', cell: (row) => row.uploadedBy ?? '—', text: (row) => row.uploadedBy },
    { key: 'due', title: WORDS.due, width: '9rem', cell: (row) => <Time at={row.dueAt} />, text: (row) => row.dueAt },
    {
      key: 'digest',
      title: WORDS.digest,
      width: '9rem',
      cell: (row) => <code>{row.sha256.slice(0, 12)}</code>,
      text: (row) => row.sha256,
    },
  ];
  const choose = (keys: readonly string[], isOn: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const key of keys)
        if (isOn) after.add(key);
        else after.delete(key);
      return after;
    });
  return (
    <Page title={WORDS.title} aside={may('file_hold.read') && <Go to="/file-holds">{say(WORDS.holds)}</Go>}>
      <DataList
        name="files"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        {...(view.data ? { total: view.data.total } : {})}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => `/files/${row.id}`}
        filters={[
          { key: 'shown', label: WORDS.shown, choices: SHOWN },
          { key: 'kind', label: WORDS.kind, choices: KINDS },
        ]}
        empty={{ title: WORDS.none }}
        {...(mayDestroy ? { selection: { chosen, choose } } : {})}
        tools={
          mayDestroy &&
          chosen.size > 0 && (
            <Button kind="danger" onClick={() => setAsking(true)}>
              {say(WORDS.destroy, { count: chosen.size })}
            </Button>
          )
        }
      />
      <Dialog title={say(WORDS.destroyTitle)} isOpen={isAsking} onClose={() => setAsking(false)}>
        <Destroy
          ids={[...chosen]}
          onDone={() => {
            setAsking(false);
            setChosen(new Set());
          }}
          onCancel={() => setAsking(false)}
        />
      </Dialog>
    </Page>
  );
}

function Destroy({ ids, onDone, onCancel }: { ids: readonly string[]; onDone: () => void; onCancel: () => void }) {
  const say = useSay();
  const destroying = useCommand<typeof destroy>('files.destroy');
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (await destroying.run({ ids: [...ids], reason })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={destroying.problem} isWaiting={destroying.isWaiting}>
      <p className="soft">{say(WORDS.hint)}</p>
      <TextAreaField
        label={WORDS.reason}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired
      />
      <FormActions submit={WORDS.destroyTitle} isBusy={destroying.isRunning} onCancel={onCancel} />
    </Form>
  );
}
