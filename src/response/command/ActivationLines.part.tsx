import { useState } from 'react';
import { Button, Dialog, Section, Tag, UrgencyTag, useSay } from '../../foundation/design-system/web.ts';
import { EVIDENCE } from '../../foundation/orders/define.ts';
import { showCounts } from '../../foundation/registers/types/counts.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { dueText, withoutFigure } from '../../preparedness/plans/define.ts';
import { type Line, type LineChange, waitingOf } from './activation-draft.part.tsx';
import { EditLine } from './EditLine.part.tsx';

const WORDS = {
  title: { zh: '将下达的指令', en: 'Orders to be issued' },
  counts: {
    zh: '立即下达 {count} 条 · 等待 {waiting} · 缺人 {gaps} · 不下达 {out}',
    en: '{count} orders now · {waiting} waiting · {gaps} gaps · {out} left out',
  },
  goes: { zh: '下达', en: 'Goes out' },
  clause: { zh: '条款', en: 'Clause' },
  action: { zh: '任务', en: 'Action' },
  who: { zh: '承办', en: 'Who' },
  due: { zh: '时限', en: 'Due' },
  means: { zh: '资源、反馈', en: 'With what, evidence' },
  edit: { zh: '修改', en: 'Edit' },
  waits: { zh: '待下达', en: 'Waits' },
  missing: { zh: '台账里没有：{names}', en: 'On no register: {names}' },
  allMissing: {
    zh: '资源 {count} 种不在台账，须另行落实',
    en: '{count} resources are on no register and must be found',
  },
  forClauses: { zh: '{name}（{clauses}）', en: '{name} ({clauses})' },
  noUnit: { zh: '没有承办单位', en: 'No unit' },
  noPerson: { zh: '岗位空缺：由单位值守签收', en: 'Nobody holds the post: the unit answers' },
  byUnit: { zh: '由单位签收', en: 'The unit answers' },
  changed: { zh: '已改', en: 'Changed' },
} as const satisfies Record<string, Phrase>;

/** The table of the preview. A gap is shown as a gap; a line that is left out stays in sight. */
export function ActivationLines({
  lines,
  onChange,
}: {
  lines: readonly Line[];
  onChange: (id: string, by: (before: LineChange) => LineChange) => void;
}) {
  const say = useSay();
  const [editedId, setEditedId] = useState<string>();
  const edited = lines.find(({ action }) => action.planActionId === editedId);
  const out = lines.filter((line) => line.isLeftOut).length;
  const left = new Set(lines.filter((line) => line.isLeftOut).map((line) => line.action.clause));
  const waiting = waitingOf(lines).length;
  const gaps = lines.filter((line) => !line.isLeftOut && isGap(line)).length;
  const counts = (
    <span className="soft">{say(WORDS.counts, { count: lines.length - out - waiting, waiting, gaps, out })}</span>
  );
  return (
    <Section title={WORDS.title} aside={counts}>
      <Missing lines={lines} />
      <div className="activation-lines">
        <table className="table">
          <thead>
            <tr>
              {[WORDS.goes, WORDS.clause, WORDS.action, WORDS.who, WORDS.due, WORDS.means].map((word) => (
                <th key={word.en} scope="col">
                  {say(word)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row
                key={line.action.planActionId}
                line={line}
                isFree={left.has(line.action.afterClause ?? '')}
                onToggle={(goes) => onChange(line.action.planActionId, (before) => ({ ...before, isLeftOut: !goes }))}
                onEdit={() => setEditedId(line.action.planActionId)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Dialog
        title={edited ? `${edited.action.clause} ${edited.action.title}` : ''}
        isOpen={edited !== undefined}
        onClose={() => setEditedId(undefined)}
        size="wide"
      >
        {edited && (
          <EditLine
            line={edited}
            onTake={(change) => {
              onChange(edited.action.planActionId, () => change);
              setEditedId(undefined);
            }}
            onCancel={() => setEditedId(undefined)}
          />
        )}
      </Dialog>
    </Section>
  );
}

/** What is on no register, each thing once with the clauses that ask for it: one look instead of one at every line. */
function Missing({ lines }: { lines: readonly Line[] }) {
  const say = useSay();
  const clauses = new Map<string, string[]>();
  for (const { action, isLeftOut } of lines) {
    if (isLeftOut) continue;
    for (const name of action.missing.map(withoutFigure)) {
      clauses.set(name, [...(clauses.get(name) ?? []), action.clause]);
    }
  }
  if (clauses.size === 0) return null;
  return (
    <details className="missing-resources">
      <summary className="gap">{say(WORDS.allMissing, { count: clauses.size })}</summary>
      <ul>
        {[...clauses].map(([name, where]) => (
          <li key={name}>{say(WORDS.forClauses, { name, clauses: where.join('、') })}</li>
        ))}
      </ul>
    </details>
  );
}

/** When it goes out and is due. Whoever leaves out what a line waits for sees that it goes out at once. */
function Due({ line: { action, offsetMinutes }, isFree }: { line: Line; isFree: boolean }) {
  const say = useSay();
  const { afterClause, delayMinutes } = action;
  if (!afterClause || isFree) return <>{say(dueText({ offsetMinutes, afterClause: null, delayMinutes: null }))}</>;
  return (
    <>
      <Tag>{say(WORDS.waits)}</Tag>
      <p>{say(dueText({ offsetMinutes, afterClause, delayMinutes }))}</p>
    </>
  );
}

function Row({
  line,
  isFree,
  onToggle,
  onEdit,
}: {
  line: Line;
  /** What it would wait for is left out. */
  isFree: boolean;
  onToggle: (goes: boolean) => void;
  onEdit: () => void;
}) {
  const say = useSay();
  const { action, isLeftOut, isChanged } = line;
  return (
    <tr className={isLeftOut ? 'is-left-out' : undefined}>
      <td>
        <input
          type="checkbox"
          checked={!isLeftOut}
          aria-label={`${say(WORDS.goes)} ${action.clause}`}
          onChange={({ target }) => onToggle(target.checked)}
        />
      </td>
      <th scope="row">{action.clause}</th>
      <td>
        <p className="row">
          <strong>{action.title}</strong>
          <UrgencyTag urgency={action.priority} />
          {isChanged && <Tag>{say(WORDS.changed)}</Tag>}
        </p>
        <p className="soft">{line.content}</p>
      </td>
      <td>
        <Who line={line} />
      </td>
      <td className={action.afterClause ? undefined : 'time'}>
        <Due line={line} isFree={isFree} />
      </td>
      <td>
        {[...action.resources, say(showCounts(EVIDENCE, action.evidenceAsked))].filter(Boolean).join(' · ')}
        {action.missing.length > 0 && (
          <p className="soft">{say(WORDS.missing, { names: action.missing.join('、') })}</p>
        )}
      </td>
      <td>
        <Button onClick={onEdit} aria-label={`${say(WORDS.edit)} ${action.clause}`}>
          {say(WORDS.edit)}
        </Button>
      </td>
    </tr>
  );
}

const isGap = (line: Line) => line.unitId === null || (line.personId === null && line.unitId === line.action.unitId);

function Who({ line }: { line: Line }) {
  const say = useSay();
  if (line.unitId === null) return <strong className="gap">{say(WORDS.noUnit)}</strong>;
  return (
    <>
      <p>{line.unitName}</p>
      {line.personName ? (
        <p className="soft">
          {line.personName} {line.postName}
        </p>
      ) : isGap(line) ? (
        <strong className="gap">{say(WORDS.noPerson)}</strong>
      ) : (
        <p className="soft">{say(WORDS.byUnit)}</p>
      )}
    </>
  );
}
