import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { type InputOf, type OutputOf, useCommand, useView } from '../api/web.ts';
import { Button, ChoiceField, Dialog, Form, FormActions, Tag, useSay } from '../design-system/web.ts';
import { INCIDENT_KINDS } from '../incident-kinds/define.ts';
import { UnitField } from '../organisation/web.ts';
import { labelOf } from '../registers/types/choice.type.ts';
import type { set } from './hazard-duties.commands.ts';
import type { matrix } from './hazard-duties.views.ts';
import { HAZARD_DUTY_PARTS, HAZARD_PHASES, hazardDuty } from './hazard-duty.register.ts';

export interface EditedCell {
  readonly hazard: string;
  readonly cell: OutputOf<typeof matrix>['rows'][number]['cells'][number];
}

const WORDS = {
  add: { zh: '加入', en: 'Add' },
  takeOut: { zh: '移出', en: 'Take out' },
  none: { zh: '还没有单位', en: 'No unit yet' },
  members: { zh: '已明确', en: 'Members' },
} as const satisfies Record<string, Phrase>;

type Part = (typeof HAZARD_DUTY_PARTS)[number]['id'];
const PARTS = HAZARD_DUTY_PARTS.map(({ id, label }) => ({ value: id, label }));

/** One cell of the table: units come in as leading or supporting, and go out. */
export function EditCell({ of: edited, onClose }: { of: EditedCell | undefined; onClose: () => void }) {
  const say = useSay();
  if (!edited) return null;
  const { hazard, cell } = edited;
  const title = `${say(labelOf(INCIDENT_KINDS, hazard))} · ${say(labelOf(HAZARD_PHASES, cell.phase))}`;
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Members hazard={hazard} phase={cell.phase} onClose={onClose} />
    </Dialog>
  );
}

function Members({ hazard, phase, onClose }: { hazard: string; phase: string; onClose: () => void }) {
  const say = useSay();
  const setting = useCommand<typeof set>('hazardDuties.set');
  const view = useView<typeof matrix>('hazardDuties.matrix', {});
  const [unitId, setUnitId] = useState<string>();
  const [part, setPart] = useState<Part>('lead');
  const members = view.data?.rows
    .find((row) => row.hazard === hazard)
    ?.cells.find((one) => one.phase === phase)?.members;
  const put = (unit: string, next: Part | null) =>
    setting.run({ unitId: unit, hazard, phase, part: next } as InputOf<typeof set>);
  const add = async () => {
    if (unitId && (await put(unitId, part))) setUnitId(undefined);
  };
  return (
    <Form onSubmit={() => void add()} problem={setting.problem} isWaiting={setting.isWaiting}>
      <ul className="hazard-members" aria-label={say(WORDS.members)}>
        {(members ?? []).map((one) => (
          <li key={one.unitId}>
            {one.unitName} <Tag>{say(labelOf(HAZARD_DUTY_PARTS, one.part))}</Tag>
            <Button
              kind="bare"
              aria-label={`${say(WORDS.takeOut)} ${one.unitName}`}
              onClick={() => void put(one.unitId, null)}
            >
              {say(WORDS.takeOut)}
            </Button>
          </li>
        ))}
        {members?.length === 0 && <li className="soft">{say(WORDS.none)}</li>}
      </ul>
      <UnitField label={hazardDuty.fields.unitId.label} name="unitId" value={unitId} onChange={setUnitId} isRequired />
      <ChoiceField label={hazardDuty.fields.part.label} value={part} onChange={setPart} choices={PARTS} as="buttons" />
      <FormActions submit={WORDS.add} isBusy={setting.isRunning} onCancel={onClose} />
    </Form>
  );
}
