import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { sheetText } from '../../kernel/sheet.ts';
import { type OutputOf, useView } from '../api/web.ts';
import { Button, ChoiceField, Page, Shown, saveText, useMay, useSay, useSearch } from '../design-system/web.ts';
import { INCIDENT_CLASSES, INCIDENT_KINDS } from '../incident-kinds/define.ts';
import { UnitField } from '../organisation/web.ts';
import { labelOf } from '../registers/types/choice.type.ts';
import { EditCell, type EditedCell } from './EditCell.part.tsx';
import type { matrix } from './hazard-duties.views.ts';
import { HAZARD_PHASES } from './hazard-duty.register.ts';
import './hazard-duties.css';

const WORDS = {
  title: { zh: '测报防抗救建', en: 'Duties for hazards' },
  class: { zh: '灾种大类', en: 'Class' },
  unit: { zh: '成员单位', en: 'Member unit' },
  hazard: { zh: '灾种', en: 'Hazard' },
  all: { zh: '全部', en: 'All' },
  problems: { zh: '只看空白和重复', en: 'Only gaps and doubles' },
  counts: {
    zh: '空白 {gap} · 无牵头 {headless} · 重复牵头 {double} · 明确 {sound}',
    en: '{gap} gaps · {headless} without a lead · {double} with two leads · {sound} clear',
  },
  gap: { zh: '空白', en: 'Gap' },
  headless: { zh: '无牵头', en: 'No lead' },
  double: { zh: '重复牵头', en: 'Two leads' },
  support: { zh: '（配合）', en: ' (supports)' },
  sheet: { zh: '导出表格', en: 'Export sheet' },
} as const satisfies Record<string, Phrase>;

type Row = OutputOf<typeof matrix>['rows'][number];
type Cell = Row['cells'][number];

const CLASSES = Object.entries(INCIDENT_CLASSES).map(([value, label]) => ({ value, label: label as Phrase }));
const membersText = ({ members }: Cell, support: string) =>
  members.map(({ unitName, part }) => (part === 'support' ? `${unitName}${support}` : unitName)).join('、');

/** 测报防抗救建表: hazards down, the six parts across; who leads, who supports, and what nobody or two units answer for. */
export default function HazardMatrix() {
  const say = useSay();
  const [search, change] = useSearch();
  const [edited, setEdited] = useState<EditedCell>();
  const view = useView<typeof matrix>(
    'hazardDuties.matrix',
    {
      ...(search.class ? { class: search.class as keyof typeof INCIDENT_CLASSES } : {}),
      ...(search.unit ? { unitId: search.unit } : {}),
    },
    { keepsPrevious: true },
  );
  const isNarrow = search.problems === '1';
  const rows = (view.data?.rows ?? []).filter((row) => !isNarrow || row.cells.some(({ state }) => state !== 'sound'));
  const save = () => {
    const head = [say(WORDS.hazard), ...HAZARD_PHASES.map(({ label }) => say(label))];
    const lines = rows.map((row) => [
      say(labelOf(INCIDENT_KINDS, row.hazard)),
      ...row.cells.map((cell) => membersText(cell, say(WORDS.support)) || say(WORDS.gap)),
    ]);
    saveText(`${say(WORDS.title)}.csv`, sheetText(head, lines));
  };
  return (
    <Page title={WORDS.title} aside={<Button onClick={save}>{say(WORDS.sheet)}</Button>}>
      <div className="form-row">
        <ChoiceField
          label={WORDS.class}
          value={search.class ?? ''}
          onChange={(next) => change({ class: next || undefined })}
          choices={[{ value: '', label: WORDS.all }, ...CLASSES]}
        />
        <UnitField label={WORDS.unit} value={search.unit} onChange={(unit) => change({ unit })} />
        <Button aria-pressed={isNarrow} onClick={() => change({ problems: isNarrow ? undefined : '1' })}>
          {say(WORDS.problems)}
        </Button>
      </div>
      <Shown of={view}>
        {({ counts }) => (
          <>
            <p role="status">{say(WORDS.counts, counts)}</p>
            <Table rows={rows} onEdit={setEdited} />
          </>
        )}
      </Shown>
      <EditCell of={edited} onClose={() => setEdited(undefined)} />
    </Page>
  );
}

function Table({ rows, onEdit }: { rows: readonly Row[]; onEdit: (cell: EditedCell) => void }) {
  const say = useSay();
  const may = useMay();
  return (
    <div className="panel hazard-table">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say(WORDS.hazard)}</th>
            {HAZARD_PHASES.map(({ id, label }) => (
              <th scope="col" key={id}>
                {say(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.hazard}>
              <th scope="row">{say(labelOf(INCIDENT_KINDS, row.hazard))}</th>
              {row.cells.map((cell) => (
                <td key={cell.phase}>
                  {may('hazard_duty.keep') ? (
                    <Button kind="bare" onClick={() => onEdit({ hazard: row.hazard, cell })}>
                      <CellWords cell={cell} />
                    </Button>
                  ) : (
                    <CellWords cell={cell} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is wrong with a cell stands in it as a word in a frame: neither colour nor position has to be known. */
function CellWords({ cell }: { cell: Cell }) {
  const say = useSay();
  return (
    <>
      {cell.state !== 'sound' && <strong className="gap">{say(WORDS[cell.state])}</strong>}
      {cell.members.map(({ unitId, unitName, part }) => (
        <span key={unitId} className={part === 'support' ? 'hazard-member soft' : 'hazard-member'}>
          {unitName}
          {part === 'support' && say(WORDS.support)}
        </span>
      ))}
    </>
  );
}
