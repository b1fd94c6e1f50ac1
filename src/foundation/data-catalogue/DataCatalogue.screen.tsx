import { useState } from 'react';
import { type OutputOf, useView } from '../api/web.ts';
import { Go, Page, Shown, TableHead, Tag, TextField, Time, useSay } from '../design-system/web.ts';
import type { list } from './data-catalogue.views.ts';

type Entry = OutputOf<typeof list>['items'][number];

const WORDS = {
  title: { zh: '数据目录', en: 'Data catalogue' },
  find: { zh: '查找台账', en: 'Find a register' },
  register: { zh: '台账', en: 'Register' },
  owner: { zh: '归属', en: 'Whose' },
  own: { zh: '本区', en: 'The district' },
  keepers: { zh: '维护', en: 'Kept by' },
  purpose: { zh: '用途', en: 'Purpose' },
  total: { zh: '在册', en: 'Records' },
  changed: { zh: '最近更新', en: 'Last changed' },
  consumers: { zh: '使用方', en: 'Consumers' },
  quality: { zh: '质量', en: 'Quality' },
  see: { zh: '查看质量', en: 'See its quality' },
  copy: { zh: '缓存', en: 'Copies' },
  personal: { zh: '含个人信息', en: 'Personal data' },
  hidden: { zh: '无权查看', en: 'Not yours to see' },
  unsaid: { zh: '未登记', en: 'Not said' },
} as const;

/** Every register: whose, what for, how many, how good, for whom. */
export default function DataCatalogue() {
  const [word, setWord] = useState('');
  const view = useView<typeof list>('dataCatalogue.list', {});
  const fits = ({ label, name }: Entry) =>
    word.trim() === '' ||
    [label.zh, label.en, name].some((text) => text.toLowerCase().includes(word.trim().toLowerCase()));
  return (
    <Page title={WORDS.title}>
      <div className="form-page">
        <TextField label={WORDS.find} name="find" value={word} onChange={setWord} maxLength={40} />
      </div>
      <Shown of={view}>
        {({ items }) => (
          <table className="table table-stacks">
            <TableHead
              titles={[
                WORDS.register,
                WORDS.owner,
                WORDS.keepers,
                WORDS.purpose,
                WORDS.total,
                WORDS.changed,
                WORDS.quality,
                WORDS.consumers,
              ]}
            />
            <tbody>
              {items.filter(fits).map((entry) => (
                <Row key={entry.name} entry={entry} />
              ))}
            </tbody>
          </table>
        )}
      </Shown>
    </Page>
  );
}

function Row({ entry }: { entry: Entry }) {
  const say = useSay();
  const { name, label, heldBy, keepers, purpose, total, changedAt, consumers, mayRead, personalFields } = entry;
  return (
    <tr>
      <th scope="row">
        <Go to={`/data-catalogue/${name}`}>{say(label)}</Go> {heldBy && <Tag>{say(WORDS.copy)}</Tag>}{' '}
        {personalFields > 0 && <Tag>{say(WORDS.personal)}</Tag>}
      </th>
      <td data-label={say(WORDS.owner)}>{say(heldBy ?? WORDS.own)}</td>
      <td data-label={say(WORDS.keepers)}>{keepers.map((one) => say(one)).join('、')}</td>
      <td data-label={say(WORDS.purpose)}>{say(purpose ?? WORDS.unsaid)}</td>
      <td data-label={say(WORDS.total)}>{total === null ? say(WORDS.hidden) : total.toLocaleString('zh-CN')}</td>
      <td data-label={say(WORDS.changed)}>{changedAt === null ? '—' : <Time at={changedAt} />}</td>
      <td data-label={say(WORDS.quality)}>
        {mayRead ? <Go to={`/quality?register=${name}`}>{say(WORDS.see)}</Go> : '—'}
      </td>
      <td data-label={say(WORDS.consumers)}>{consumers}</td>
    </tr>
  );
}
