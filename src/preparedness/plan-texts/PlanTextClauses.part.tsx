import type { ReactNode } from 'react';
import { Tag, useSay } from '../../foundation/design-system/web.ts';
import { fill } from '../../kernel/phrases.ts';
import { clauseTitle, type TextClause } from './plan-text-words.part.tsx';
import './plan-texts.css';

const WORDS = {
  gap: { zh: '编号不连续：前面是 {after}', en: 'Out of order: after {after}' },
  double: { zh: '编号重复', en: 'Number given twice' },
  preface: { zh: '前言', en: 'Preface' },
  annex: { zh: '附件', en: 'Annex' },
} as const;

/** The clause tree as it reads: indented by depth, with text and tables beneath each; `tools` stand beside a clause. */
export function PlanTextClauses({
  clauses,
  tools,
}: {
  clauses: readonly TextClause[];
  tools?: ((clause: TextClause) => ReactNode) | undefined;
}) {
  const say = useSay();
  return (
    <ol className="plan-text">
      {clauses.map((clause) => (
        <li key={clause.id} style={{ marginInlineStart: `${Math.max(0, clause.depth - 1) * 1.5}em` }}>
          <div className="plan-text-head">
            <strong>
              {clauseTitle({ ...clause, body: '' }) || (clause.kind === 'preface' ? say(WORDS.preface) : '')}
            </strong>
            {clause.kind === 'annex' && <Tag>{say(WORDS.annex)}</Tag>}
            {clause.finding && (
              <span className="plan-text-finding">
                {say(fill(WORDS[clause.finding], { after: clause.after ?? '' }))}
              </span>
            )}
            {tools && <span className="plan-text-tools">{tools(clause)}</span>}
          </div>
          {clause.body && <p className="plan-text-body">{clause.body}</p>}
          {clause.tables.map((rows, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: tables of a clause have no name and never change their order
            <table key={index} className="table">
              <tbody>
                {rows.map((cells, row) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <tr key={row}>
                    {cells.map((cell, column) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: as above
                      <td key={column}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </li>
      ))}
    </ol>
  );
}
