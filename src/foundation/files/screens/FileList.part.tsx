import { useState } from 'react';
import { useCommand, useView } from '../../api/web.ts';
import {
  Empty,
  Form,
  FormActions,
  Go,
  Section,
  Shown,
  TableHead,
  Thumbnail,
  Time,
  useMay,
  useSay,
} from '../../design-system/web.ts';
import { isPlayed } from '../file.rules.ts';
import type { attach } from '../files.commands.ts';
import type { of } from '../files.views.ts';
import { FilesField } from './FilesField.part.tsx';
import { FileMarks, FileSight, sizeText, useKindText } from './file-words.part.tsx';
import './files.css';

const WORDS = {
  title: { zh: '附件', en: 'Files' },
  none: { zh: '还没有附件', en: 'No files yet' },
  add: { zh: '添加附件', en: 'Add files' },
  attach: { zh: '归入本记录', en: 'Attach to this record' },
  file: { zh: '文件', en: 'File' },
  kind: { zh: '类型', en: 'Kind' },
  size: { zh: '大小', en: 'Size' },
  at: { zh: '上传', en: 'Uploaded' },
  taken: { zh: '拍摄（设备记录）', en: 'Taken, says the device' },
} as const;

/** The files of a record, with small pictures, on the record's own page: see, add, go to a file's custody. */
export function FileList({ register, id, mayAdd = true }: { register: string; id: string; mayAdd?: boolean }) {
  const say = useSay();
  const may = useMay();
  const kindText = useKindText();
  const view = useView<typeof of>('files.of', { register, recordId: id });
  return (
    <Section title={WORDS.title} id="files">
      <Shown of={view}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={WORDS.none} />
          ) : (
            <table className="table table-stacks">
              <TableHead titles={[WORDS.file, WORDS.kind, WORDS.size, WORDS.at, WORDS.taken]} />
              <tbody>
                {items.map((item) => (
                  <tr key={item.id}>
                    <th scope="row" data-label={say(WORDS.file)}>
                      <span className="file-row">
                        {item.hasThumbnail && <Thumbnail id={item.id} alt="" />}
                        <Go to={`/files/${item.id}`}>{item.name}</Go>
                        <FileMarks isHeld={item.isHeld} state={item.state} />
                      </span>
                      {isPlayed(item.mediaType) && <FileSight file={item} />}
                    </th>
                    <td data-label={say(WORDS.kind)}>{kindText(item.mediaType)}</td>
                    <td data-label={say(WORDS.size)}>{sizeText(item.size)}</td>
                    <td data-label={say(WORDS.at)}>
                      <Time at={item.uploadedAt} /> {item.uploadedBy}
                    </td>
                    <td data-label={say(WORDS.taken)}>{item.takenAt ? <Time at={item.takenAt} /> : '—'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Shown>
      {mayAdd && may('file.attach') && <AddFiles register={register} id={id} />}
    </Section>
  );
}

function AddFiles({ register, id }: { register: string; id: string }) {
  const attaching = useCommand<typeof attach>('files.attach');
  const [ids, setIds] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    if (await attaching.run({ register, recordId: id, ids: [...ids] })) setIds([]);
  };
  return (
    <Form onSubmit={() => void submit()} problem={attaching.problem} isWaiting={attaching.isWaiting}>
      <FilesField label={WORDS.add} name="ids" value={ids} onChange={setIds} onBusy={setBusy} />
      {ids.length > 0 && <FormActions submit={WORDS.attach} isBusy={attaching.isRunning || isBusy} />}
    </Form>
  );
}
