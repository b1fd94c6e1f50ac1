import { useMemo, useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import type { View } from '../api/define.ts';
import { useView } from '../api/web.ts';
import { Button, ChoiceField, PickField, useSay } from '../design-system/web.ts';
import { ROLES } from '../identity/define.ts';
import type { AddresseeRef } from './define.ts';

export interface Addressee extends AddresseeRef {
  /** As the sender reads it. */
  readonly words: string;
}

/** As much of other capabilities' views as choosing needs. */
type Tree = View<'units.tree', object, { units: { id: string; name: string; shortName: string }[] }>;
type Areas = View<'areas.list', object, { items: { code: string; name: string; kind: string }[] }>;
type People = View<'people.list', object, { items: { id: string; name: string; unitName: string; posts: string }[] }>;

const WORDS = {
  how: { zh: '发给', en: 'To' },
  person: { zh: '人员', en: 'A person' },
  unit_duty: { zh: '单位值班室', en: 'A duty room' },
  role_in_area: { zh: '一类人员', en: 'A role' },
  who: { zh: '姓名或单位', en: 'Name or unit' },
  unit: { zh: '单位', en: 'Unit' },
  role: { zh: '角色', en: 'Role' },
  area: { zh: '范围', en: 'Area' },
  district: { zh: '全区', en: 'The whole district' },
  add: { zh: '加入', en: 'Add' },
  none: { zh: '尚未选择收件对象', en: 'Nobody is chosen yet' },
  out: { zh: '移除 {name}', en: 'Take {name} out' },
  room: { zh: '{unit}值班室', en: 'Duty room of {unit}' },
  roleIn: { zh: '{area}{role}', en: '{role}, {area}' },
} as const satisfies Record<string, Phrase>;

type How = 'person' | 'unit_duty' | 'role_in_area';
const HOWS = (['person', 'unit_duty', 'role_in_area'] as const).map((value) => ({ value, label: WORDS[value] }));

/** Whom a message goes to: chosen one after the other, by name, by room, or everybody of a role within an area. */
export function AddresseeFields({
  chosen,
  onChange,
}: {
  chosen: readonly Addressee[];
  onChange: (chosen: readonly Addressee[]) => void;
}) {
  const say = useSay();
  const [how, setHow] = useState<How>('unit_duty');
  const add = (one: Addressee) => {
    if (!chosen.some((other) => other.words === one.words)) onChange([...chosen, one]);
  };
  return (
    <>
      <ChoiceField label={WORDS.how} name="to" value={how} onChange={setHow} choices={HOWS} as="buttons" />
      {how === 'person' && <PersonPick onPick={add} />}
      {how === 'unit_duty' && <UnitPick onPick={add} />}
      {how === 'role_in_area' && <RolePick onPick={add} />}
      {chosen.length === 0 ? (
        <p className="soft">{say(WORDS.none)}</p>
      ) : (
        <ul className="message-addressees">
          {chosen.map((one) => (
            <li key={one.words}>
              {one.words}
              <Button
                kind="bare"
                aria-label={say(WORDS.out, { name: one.words })}
                onClick={() => onChange(chosen.filter((other) => other !== one))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface PickProps {
  onPick: (one: Addressee) => void;
}

function PersonPick({ onPick }: PickProps) {
  const [search, setSearch] = useState('');
  const view = useView<People>('people.list', { search, limit: 40 }, { keepsPrevious: true });
  const people = view.data?.items ?? [];
  const take = (id: string | undefined) => {
    const one = people.find((person) => person.id === id);
    if (one) onPick({ kind: 'person', input: { personId: one.id }, words: `${one.name} · ${one.unitName}` });
  };
  const items = people.map(({ id, name, unitName, posts }) => ({ value: id, text: name, more: posts || unitName }));
  return (
    <PickField label={WORDS.who} name="person" value={undefined} onChange={take} items={items} onSearch={setSearch} />
  );
}

function UnitPick({ onPick }: PickProps) {
  const say = useSay();
  const tree = useView<Tree>('units.tree', {});
  const units = tree.data?.units;
  const items = useMemo(
    () => (units ?? []).map((unit) => ({ value: unit.id, text: unit.shortName, more: unit.name })),
    [units],
  );
  const take = (unitId: string | undefined) => {
    const unit = items.find((one) => one.value === unitId);
    if (unit) onPick({ kind: 'unit_duty', input: { unitId: unit.value }, words: say(WORDS.room, { unit: unit.text }) });
  };
  return <PickField label={WORDS.unit} name="unit" value={undefined} onChange={take} items={items} />;
}

function RolePick({ onPick }: PickProps) {
  const say = useSay();
  const [role, setRole] = useState<keyof typeof ROLES>('community_worker');
  const [area, setArea] = useState('');
  const areas = useView<Areas>('areas.list', {});
  const all = areas.data?.items ?? [];
  const streets = all.filter(({ kind }) => kind === 'street').map(({ code, name }) => ({ value: code, name }));
  const district = all.find(({ kind }) => kind === 'district')?.code ?? all[0]?.code.slice(0, 6);
  const add = () => {
    const areaCode = area || district;
    if (!areaCode) return;
    const name = streets.find(({ value }) => value === area)?.name ?? say(WORDS.district);
    const words = say(WORDS.roleIn, { area: name, role: say(ROLES[role]) });
    onPick({ kind: 'role_in_area', input: { role, areaCode }, words });
  };
  return (
    <div className="row">
      <ChoiceField
        label={WORDS.role}
        name="role"
        value={role}
        onChange={setRole}
        choices={(Object.keys(ROLES) as (keyof typeof ROLES)[]).map((value) => ({ value, label: ROLES[value] }))}
      />
      <ChoiceField
        label={WORDS.area}
        name="area"
        value={area}
        onChange={setArea}
        choices={[
          { value: '', label: WORDS.district },
          ...streets.map(({ value, name }) => ({ value, label: { zh: name, en: name } })),
        ]}
      />
      <Button onClick={add}>{say(WORDS.add)}</Button>
    </div>
  );
}
