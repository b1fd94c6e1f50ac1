import { useState } from 'react';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type OutputOf, useView } from '../../api/web.ts';
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
import type { custody } from '../custody/custody.views.ts';
import { file as register } from '../file.register.ts';
import { FileMarks, FileSight, sizeText, useKindText } from './file-words.part.tsx';
import { LiftHold, PlaceHold, TakeOriginal, Transfer } from './hold-dialogs.part.tsx';
import './files.css';

type File = OutputOf<typeof custody>;

const WORDS = {
  back: { zh: '返回证据文件', en: 'Back to the files' },
  content: { zh: '内容', en: 'Content' },
  kind: { zh: '类型', en: 'Kind' },
  size: { zh: '大小', en: 'Size' },
  bytes: { zh: '{size}（{bytes} 字节）', en: '{size} ({bytes} bytes)' },
  pixels: { zh: '像素', en: 'Pixels' },
  subject: { zh: '所属记录', en: 'Belongs to' },
  none: { zh: '未归入任何记录', en: 'No record' },
  uploaded: { zh: '上传', en: 'Uploaded' },
  due: { zh: '保存至', en: 'Keep until' },
  claims: { zh: '设备记录（仅供参考，可被更改）', en: 'What the device says (can be forged)' },
  earlier: { zh: '比上传早 {hours} 小时', en: '{hours} h before the upload' },
  later: { zh: '晚于上传时间，设备时钟不准', en: 'later than the upload: the device’s clock is wrong' },
  holds: { zh: '证据保全', en: 'Legal holds' },
  ofRecord: { zh: '随所属记录', en: 'with its record' },
  custody: { zh: '经手记录', en: 'Chain of custody' },
  when: { zh: '时间', en: 'When' },
  what: { zh: '事项', en: 'What' },
  who: { zh: '经手人', en: 'Who' },
  why: { zh: '事由', en: 'Why' },
  sealed: { zh: '已入链', en: 'Sealed' },
  notYet: { zh: '待入链', en: 'not yet' },
  taken: { zh: '拍摄（设备记录）', en: 'Taken, says the device' },
  to: { zh: '接收：{name}', en: 'to {name}' },
  original: { zh: '下载原件', en: 'Take the original' },
  hold: { zh: '证据保全', en: 'Place a legal hold' },
  transfer: { zh: '移交', en: 'Transfer' },
  case: { zh: '案号 {number}', en: 'case {number}' },
} as const satisfies Record<string, Phrase>;

type Asked = 'original' | 'hold' | 'transfer';

/** 文件详情: what it is, what the device says of it, who holds it fast, and through whose hands it went. */
export default function FileFile() {
  const { id = '' } = useParams();
  const view = useView<typeof custody>('files.custody', { id }, { topics: [`file/${id}`] });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/files') }]);
  return <Shown of={view}>{(file) => <Whole file={file} />}</Shown>;
}

function Whole({ file }: { file: File }) {
  const say = useSay();
  const kindText = useKindText();
  const [asked, setAsked] = useState<Asked>();
  const isHere = file.state !== 'destroyed';
  const actions: Action[] = [
    ...(isHere ? [{ key: 'original', label: WORDS.original, act: () => setAsked('original') }] : []),
    ...(isHere && file.mayTransfer
      ? [{ key: 'transfer', label: WORDS.transfer, act: () => setAsked('transfer') }]
      : []),
    ...(isHere && file.mayHold ? [{ key: 'hold', label: WORDS.hold, act: () => setAsked('hold') }] : []),
  ];
  const close = () => setAsked(undefined);
  return (
    <RecordPage
      title={file.name}
      badges={<FileMarks isHeld={file.isHeld} state={file.state} />}
      actions={<ActionBar actions={actions} />}
    >
      <Section title={WORDS.content}>
        <FileSight file={file} />
        <Facts
          facts={[
            { label: WORDS.kind, value: kindText(file.mediaType) },
            { label: WORDS.size, value: say(WORDS.bytes, { size: sizeText(file.size), bytes: file.size }) },
            ...(file.width ? [{ label: WORDS.pixels, value: `${file.width} × ${file.height}` }] : []),
            { label: register.fields.sha256.label, value: <code className="digest">{file.sha256}</code> },
            { label: WORDS.subject, value: <Subject file={file} /> },
            {
              label: WORDS.uploaded,
              value: (
                <>
                  <Time at={file.uploadedAt} /> {file.uploadedBy}
                </>
              ),
            },
            isHere
              ? { label: WORDS.due, value: <Time at={file.dueAt} /> }
              : { label: register.fields.destroyedAt.label, value: <Time at={file.destroyedAt} /> },
          ]}
        />
      </Section>
      {(file.takenAt || file.takenPlace || file.device) && (
        <Section title={WORDS.claims}>
          <Facts
            facts={[
              { label: register.fields.takenAt.label, value: <Taken file={file} /> },
              { label: register.fields.takenPlace.label, value: file.takenPlace },
              { label: register.fields.device.label, value: file.device },
            ]}
          />
        </Section>
      )}
      {file.holds.length > 0 && (
        <Section title={WORDS.holds}>
          <Holds file={file} />
        </Section>
      )}
      <Section title={WORDS.custody}>
        <Custody file={file} />
      </Section>
      <Dialog title={say(asked ? WORDS[asked] : WORDS.hold)} isOpen={asked !== undefined} onClose={close}>
        {asked === 'original' && <TakeOriginal id={file.id} onClose={close} />}
        {asked === 'hold' && <PlaceHold register="file" id={file.id} onClose={close} />}
        {asked === 'transfer' && <Transfer id={file.id} onClose={close} />}
      </Dialog>
    </RecordPage>
  );
}

function Subject({ file }: { file: File }) {
  const say = useSay();
  const recordPath = useRecordPath();
  if (!file.subject) return say(WORDS.none);
  const path = recordPath(file.subject);
  return path ? <Go to={path}>{say(file.subject.label)}</Go> : say(file.subject.label);
}

const HOUR = 3_600_000;

/** The two times side by side: a photo of last year handed in today is seen at once. */
function Taken({ file }: { file: File }) {
  const say = useSay();
  if (!file.takenAt) return '—';
  const hours = Math.round((Date.parse(file.uploadedAt) - Date.parse(file.takenAt)) / HOUR);
  return (
    <>
      <Time at={file.takenAt} />{' '}
      <span className="soft">
        {hours >= 1 && say(WORDS.earlier, { hours })}
        {hours < 0 && say(WORDS.later)}
      </span>
    </>
  );
}

function Holds({ file }: { file: File }) {
  const say = useSay();
  return (
    <ul className="plain-list">
      {file.holds.map((hold) => (
        <li key={hold.id} className="row">
          <strong>{hold.reason}</strong>
          {hold.caseNumber && <span>{say(WORDS.case, { number: hold.caseNumber })}</span>}
          {hold.isOfRecord && <span className="soft">{say(WORDS.ofRecord)}</span>}
          <span className="soft">
            <Time at={hold.placedAt} /> {hold.placedBy}
          </span>
          {hold.state === 'placed' && file.mayHold && <LiftHold id={hold.id} />}
          {hold.liftedAt && (
            <span className="soft">
              <Time at={hold.liftedAt} /> {hold.liftReason}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Custody({ file }: { file: File }) {
  const say = useSay();
  const columns = [WORDS.when, WORDS.what, WORDS.who, WORDS.why, WORDS.sealed];
  return (
    <table className="table table-stacks">
      <TableHead titles={columns} />
      <tbody>
        {file.takenAt && (
          <tr>
            <td data-label={say(WORDS.when)}>
              <Time at={file.takenAt} />
            </td>
            <th scope="row" data-label={say(WORDS.what)}>
              {say(WORDS.taken)}
            </th>
            <td data-label={say(WORDS.who)}>{file.device ?? '—'}</td>
            <td data-label={say(WORDS.why)}>—</td>
            <td data-label={say(WORDS.sealed)}>—</td>
          </tr>
        )}
        {file.custody.map((entry) => (
          <tr key={entry.id}>
            <td data-label={say(WORDS.when)}>
              <Time at={entry.at} />
            </td>
            <th scope="row" data-label={say(WORDS.what)}>
              {say(entry.label)}
            </th>
            <td data-label={say(WORDS.who)}>
              {[entry.hatName, entry.actorName].filter(Boolean).join(' ')}
              {entry.to && <> · {say(WORDS.to, { name: entry.to })}</>}
            </td>
            <td data-label={say(WORDS.why)}>{entry.reason ?? '—'}</td>
            <td data-label={say(WORDS.sealed)}>{entry.isSealed ? '✓' : say(WORDS.notYet)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
