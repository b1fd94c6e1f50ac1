import { useEffect, useState } from 'react';
import { useCommand } from '../../api/web.ts';
import {
  Button,
  Form,
  FormActions,
  Go,
  go,
  Page,
  Shown,
  TextAreaField,
  toast,
  useKeys,
  useParams,
  useSay,
  useSearch,
} from '../../design-system/web.ts';
import type { RegisterFaces } from '../define.ts';
import { FieldValue } from '../FieldValue.part.tsx';
import { type RecordFileJson, useRecord } from '../record-views.part.tsx';
import type { Merge } from './merge-views.part.tsx';

const WORDS = {
  title: { zh: '合并{label}', en: 'Merge: {label}' },
  field: { zh: '栏目', en: 'Field' },
  stays: { zh: '保留', en: 'Stays' },
  goes: { zh: '并入', en: 'Goes into it' },
  swap: { zh: '左右对调', en: 'Swap sides' },
  reason: { zh: '事由', en: 'Reason' },
  merge: { zh: '合并', en: 'Merge' },
  same: { zh: '两条相同', en: 'the same in both' },
  back: { zh: '返回', en: 'Back' },
  about: {
    zh: '合并后，引用「并入」一条的记录改为引用「保留」一条，旧地址转到新地址；可以撤销。',
    en: 'What points at the one that goes will point at the one that stays, and so will its address. It can be undone.',
  },
} as const;

/** Two records side by side, to choose field by field which value stays. */
export function MergeRecords({ faces, path }: { faces: RegisterFaces; path: string }) {
  const { id } = useParams();
  const [search] = useSearch();
  const one = useRecord(faces, id);
  const other = useRecord(faces, search.with ?? '');
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go(`${path}/duplicates`) }]);
  useEffect(() => {
    if (!search.with) go(`${path}/duplicates?of=${id}`, { replaces: true });
  }, [search.with, path, id]);
  return (
    <Shown of={one}>
      {(left) => (
        <Shown of={other}>{(right) => <Compare key={left.record.id} {...{ faces, path, left, right }} />}</Shown>
      )}
    </Shown>
  );
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function Compare({
  faces,
  path,
  left,
  right,
}: {
  faces: RegisterFaces;
  path: string;
  left: RecordFileJson;
  right: RecordFileJson;
}) {
  const say = useSay();
  const { register } = faces;
  const merging = useCommand<Merge>(`${register.plural}.merge`);
  const [reason, setReason] = useState('');
  const names = faces.sections.flatMap(({ fields }) => fields).filter((name) => name in register.fields);
  const differs = (name: string) =>
    JSON.stringify(left.record[name] ?? null) !== JSON.stringify(right.record[name] ?? null);
  // What only the other knows is taken unless somebody says no.
  const [taken, setTaken] = useState<ReadonlySet<string>>(
    new Set(names.filter((name) => isEmpty(left.record[name]) && !isEmpty(right.record[name]))),
  );
  const choose = (name: string, isTaken: boolean) => {
    const next = new Set(taken);
    if (isTaken) next.add(name);
    else next.delete(name);
    setTaken(next);
  };
  const submit = async () => {
    const { id, version } = left.record;
    const { id: otherId, version: otherVersion } = right.record;
    const answer = await merging.run({ id, otherId, otherVersion, take: [...taken], reason }, { version });
    if (!answer) return;
    toast({ zh: `已合并，改指 ${answer.moved} 处引用`, en: `Merged; ${answer.moved} references moved` });
    go(`${path}/${id}`, { replaces: true });
  };
  const title = { zh: `合并${register.label.zh}`, en: `Merge: ${register.label.en}` };
  const head = (file: RecordFileJson) => (
    <Go to={`${path}/${file.record.id}`}>{String(file.record[register.title] ?? file.record.number ?? '')}</Go>
  );
  return (
    <Page
      title={title}
      aside={
        <Button onClick={() => go(`${path}/${right.record.id}/merge?with=${left.record.id}`, { replaces: true })}>
          {say(WORDS.swap)}
        </Button>
      }
    >
      <p className="soft">{say(WORDS.about)}</p>
      <Form label={say(title)} onSubmit={() => void submit()} problem={merging.problem} isWaiting={merging.isWaiting}>
        <div className="table-frame">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say(WORDS.field)}</th>
                <th scope="col">
                  {say(WORDS.stays)}：{head(left)}
                </th>
                <th scope="col">
                  {say(WORDS.goes)}：{head(right)}
                </th>
              </tr>
            </thead>
            <tbody>
              {names.map((name) => (
                <tr key={name} className={differs(name) ? 'is-different' : ''}>
                  <th scope="row">{say(register.fields[name]?.label ?? title)}</th>
                  {[left, right].map((file, at) => (
                    <td key={file.record.id}>
                      {differs(name) ? (
                        <label className="check">
                          <input
                            type="radio"
                            name={`side.${name}`}
                            checked={taken.has(name) === (at === 1)}
                            onChange={() => choose(name, at === 1)}
                          />
                          <FieldValue faces={faces} name={name} record={file.record} labels={file.labels} />
                        </label>
                      ) : (
                        <FieldValue faces={faces} name={name} record={file.record} labels={file.labels} />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <TextAreaField
          label={WORDS.reason}
          name="reason"
          isRequired
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
        <FormActions submit={WORDS.merge} isBusy={merging.isRunning} onCancel={() => go(`${path}/duplicates`)} />
      </Form>
    </Page>
  );
}
