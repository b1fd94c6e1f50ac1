import { useView } from '../api/web.ts';
import { Section, Time, useSay } from '../design-system/web.ts';
import type { origins } from './imports.views.ts';

const WORDS = {
  title: { zh: '数据来源', en: 'Where it is from' },
  created: { zh: '导入登记', en: 'Registered by import' },
  updated: { zh: '导入更新', en: 'Updated by import' },
  row: { zh: '《{file}》第 {row} 行（{source}）', en: '{file}, row {row} ({source})' },
  digest: { zh: '文件校验值 SHA-256', en: 'SHA-256 of the file' },
} as const;

/** On the page of a record that came from a file: which file, which row, by whom, when. */
export default function Origins({ register, record }: { register: string; record: { id: string } }) {
  const say = useSay();
  const view = useView<typeof origins>('imports.origins', { register, recordId: record.id });
  const items = view.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={WORDS.title}>
      <ul className="origins">
        {items.map(({ fileName, source, rowNumber, action, at, by, sha256 }) => (
          <li key={`${sha256} ${rowNumber} ${at}`} title={`${say(WORDS.digest)} ${sha256}`}>
            {say(WORDS[action])} {say(WORDS.row, { file: fileName, row: rowNumber, source })}{' '}
            <span className="soft">
              {by} <Time at={at} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
