import { officialTime } from '../../../kernel/calendar.ts';
import { chineseNumber } from '../../../kernel/chinese-number.ts';
import { fileAddress } from '../../api/web.ts';
import type { PaperBlock } from '../../documents/define.ts';
import { blocksOf } from '../paper-text.rules.ts';
import type { Document } from './words.part.tsx';

const list = (names: readonly string[]) => `${names.join('，')}。`;

/** The paper as it leaves the house, on the screen: the same parts as the file, always in Chinese as that is. */
export function PaperSheet({ document }: { document: Document }) {
  return (
    <article className="paper" lang="zh-CN">
      {document.mark !== 'real' && <p className="paper-mark">{document.mark === 'drill' ? '【演练】' : '【测试】'}</p>}
      {document.urgency && <p className="paper-urgency">{document.urgency}</p>}
      <p className="paper-head">{document.officialName}</p>
      <p className="paper-number">
        <span>{document.number ?? '（草稿，未编号）'}</span>
        {document.signerName && <span>签发人：{document.signerName}</span>}
      </p>
      <h2>{document.title}</h2>
      {document.addressee && <p>{document.addressee}：</p>}
      <section>{numbered(blocksOf(document.text)).map(drawn)}</section>
      <p className="paper-signature">
        {document.sealFileId && <img className="paper-seal" src={fileAddress(document.sealFileId)} alt="印章" />}
        {document.officialName}
        <br />
        {officialTime(new Date(document.signedAt ?? document.createdAt))}
      </p>
      <footer>
        {document.sentTo.length > 0 && <p>报送：{list(document.sentTo)}</p>}
        {document.copiedTo.length > 0 && <p>抄送：{list(document.copiedTo)}</p>}
        <p>{document.officialName}</p>
      </footer>
    </article>
  );
}

interface Numbered {
  readonly key: string;
  readonly block: PaperBlock;
  /** 「一、」 or 「（一）」 before a heading. */
  readonly number: string;
}

/** Headings numbered as the layout of the file numbers them. */
function numbered(blocks: readonly PaperBlock[]): Numbered[] {
  const counts = { 1: 0, 2: 0, 3: 0 };
  return blocks.map((block, index) => {
    const key = String(index);
    if (block.kind !== 'heading') return { key, block, number: '' };
    counts[block.level] += 1;
    if (block.level === 1) counts[2] = 0;
    const count = chineseNumber(counts[block.level]);
    return { key, block, number: block.level === 1 ? `${count}、` : `（${count}）` };
  });
}

function drawn({ key, block, number }: Numbered) {
  if (block.kind === 'heading')
    return (
      <h3 key={key}>
        {number}
        {block.text}
      </h3>
    );
  if (block.kind === 'paragraph') return <p key={key}>{block.text}</p>;
  if (block.kind === 'figure') return null;
  const cells = (row: readonly string[]) => row.map((text, index) => ({ text, at: String(index) }));
  return (
    <table key={key} className="table">
      <thead>
        <tr>
          {cells(block.columns).map(({ text, at }) => (
            <th key={at} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same, and none of them moves
          <tr key={index}>
            {cells(row).map(({ text, at }) => (
              <td key={at}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
