import { useEffect, useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import type { View } from '../api/define.ts';
import { type OutputOf, useView } from '../api/web.ts';
import { CheckField, ChoiceField, Contributions, Field, Notice, Shown, useSay } from '../design-system/web.ts';
import { ROLES } from '../identity/define.ts';
import { UNIT_KINDS } from '../organisation/unit.register.ts';
import { UnitField } from '../organisation/web.ts';
import type { addressees } from './addressees.views.ts';

export interface Assignee {
  readonly unitId: string;
  readonly postId?: string;
}

/** Given to what is contributed at `order.addressees`: `choose` takes a unit that is near what the order is about. */
export interface AddresseeProps {
  readonly matter: { readonly register: string; readonly id: string };
  readonly unitId: string | undefined;
  readonly choose: (unitId: string) => void;
}

type Areas = View<'areas.list', object, { items: { code: string; name: string; kind: string }[] }>;
type Addressee = OutputOf<typeof addressees>['items'][number];

const WORDS = {
  to: { zh: '承办单位', en: 'Unit' },
  how: { zh: '下达给', en: 'Give it to' },
  one: { zh: '一个单位', en: 'One unit' },
  kind: { zh: '一类单位', en: 'A kind of units' },
  role: { zh: '一类岗位', en: 'A kind of posts' },
  kinds: { zh: '单位类型', en: 'Kind of units' },
  roles: { zh: '岗位角色', en: 'Role of posts' },
  area: { zh: '范围', en: 'Area' },
  all: { zh: '全区', en: 'The whole district' },
  unit: { zh: '单位', en: 'Unit' },
  street: { zh: '街道', en: 'Street' },
  told: { zh: '通知到', en: 'Who is told' },
  nobody: { zh: '无人应答', en: 'Nobody answers' },
  chosen: { zh: '将下达 {count} 个，其中 {gaps} 个无人应答', en: '{count} will get it, {gaps} with nobody to answer' },
  missing: { zh: '以下区域没有该类单位：{names}', en: 'No such unit in: {names}' },
  tooMany: { zh: '共 {total} 个，一次最多 500 个，请缩小范围', en: '{total} in all; at most 500 at once: narrow it' },
  take: { zh: '下达给 {name}', en: 'Give it to {name}' },
} as const satisfies Record<string, Phrase>;

type How = 'one' | 'kind' | 'role';
const HOWS = (['one', 'kind', 'role'] as const).map((value) => ({ value, label: WORDS[value] }));
const keyOf = (one: Pick<Addressee, 'unitId' | 'postId'>) => one.postId ?? one.unitId;

/** To whom an order goes: one unit, or all units or posts of a kind in an area — shown by name before it is issued. */
export function AddresseeFields({
  kinds = [],
  matter,
  onChange,
}: {
  /** Kinds of units chosen beforehand: a template knows them. */
  kinds?: readonly string[];
  /** What the order is about: who is near it may be proposed. */
  matter?: { readonly register: string; readonly id: string } | undefined;
  onChange: (assignees: readonly Assignee[]) => void;
}) {
  const [how, setHow] = useState<How>(kinds.length > 0 ? 'kind' : 'one');
  const [unitId, setUnitId] = useState<string>();
  const change = (next: How) => {
    setHow(next);
    setUnitId(undefined);
    onChange([]);
  };
  const choose = (id: string | undefined) => {
    setUnitId(id);
    onChange(id ? [{ unitId: id }] : []);
  };
  return (
    <>
      <ChoiceField label={WORDS.how} value={how} onChange={change} choices={HOWS} as="buttons" />
      {how === 'one' ? (
        <>
          <UnitField label={WORDS.to} name="assignees.0.unitId" value={unitId} onChange={choose} isRequired />
          {matter && (
            <Contributions at="order.addressees" props={{ matter, unitId, choose } satisfies AddresseeProps} />
          )}
        </>
      ) : (
        <Many key={how} by={how} kinds={kinds} onChange={onChange} />
      )}
    </>
  );
}

function Many({
  by,
  kinds,
  onChange,
}: {
  by: 'kind' | 'role';
  kinds: readonly string[];
  onChange: (assignees: readonly Assignee[]) => void;
}) {
  const [which, setWhich] = useState<readonly string[]>(by === 'kind' ? kinds : []);
  const [area, setArea] = useState('');
  const areas = useView<Areas>('areas.list', {});
  const places = (areas.data?.items ?? [])
    .filter(({ kind }) => kind === 'street')
    .map(({ code, name }) => ({ value: code, label: { zh: name, en: name } }));
  return (
    <>
      <div className="form-row">
        {by === 'kind' ? (
          <Kinds chosen={which} onChange={setWhich} />
        ) : (
          <ChoiceField
            label={WORDS.roles}
            value={which[0]}
            onChange={(role) => setWhich([role])}
            choices={Object.entries(ROLES).map(([value, label]) => ({ value, label: label as Phrase }))}
            isRequired
          />
        )}
        <ChoiceField
          label={WORDS.area}
          value={area || 'all'}
          onChange={(code) => setArea(code === 'all' ? '' : code)}
          choices={[{ value: 'all', label: WORDS.all }, ...places]}
          isRequired
        />
      </div>
      {which.length > 0 && (
        <Preview key={`${which.join(' ')} ${area}`} by={by} which={which} area={area} onChange={onChange} />
      )}
    </>
  );
}

function Kinds({ chosen, onChange }: { chosen: readonly string[]; onChange: (kinds: readonly string[]) => void }) {
  return (
    <Field label={WORDS.kinds} isRequired isGroup>
      {() => (
        <div className="row">
          {UNIT_KINDS.map(({ id, label }) => (
            <CheckField
              key={id}
              label={label}
              isChecked={chosen.includes(id)}
              onChange={(isOn) => onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))}
            />
          ))}
        </div>
      )}
    </Field>
  );
}

function Preview({
  by,
  which,
  area,
  onChange,
}: {
  by: 'kind' | 'role';
  which: readonly string[];
  area: string;
  onChange: (assignees: readonly Assignee[]) => void;
}) {
  const say = useSay();
  const input = { ...(by === 'kind' ? { kinds: which } : { role: which[0] }), ...(area ? { area } : {}) };
  const view = useView<typeof addressees>('orders.addressees', input as never);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const items = view.data?.items;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the list or the choice changes
  useEffect(() => {
    const taken = (items ?? []).filter((one) => !left.has(keyOf(one)));
    onChange(taken.map(({ unitId, postId }) => ({ unitId, ...(postId ? { postId } : {}) })));
  }, [items, left]);
  const toggle = (key: string) => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  return (
    <Shown of={view}>
      {({ items: all, missing, total }) => {
        const taken = all.filter((one) => !left.has(keyOf(one)));
        const gaps = taken.filter(({ people }) => people.length === 0).length;
        return (
          <>
            <p role="status">{say(WORDS.chosen, { count: taken.length, gaps })}</p>
            {total > all.length && <Notice title={say(WORDS.tooMany, { total })} />}
            {missing.length > 0 && <Notice title={say(WORDS.missing, { names: missing.join('、') })} />}
            <div className="addressees">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{say(WORDS.unit)}</th>
                    <th scope="col">{say(WORDS.street)}</th>
                    <th scope="col">{say(WORDS.told)}</th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((one) => (
                    <tr key={keyOf(one)}>
                      <th scope="row">
                        <CheckField
                          label={nameOf(one)}
                          isChecked={!left.has(keyOf(one))}
                          onChange={() => toggle(keyOf(one))}
                        />
                      </th>
                      <td>{one.areaName || '—'}</td>
                      <td>{one.people.join('、') || <strong>{say(WORDS.nobody)}</strong>}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        );
      }}
    </Shown>
  );
}

function nameOf({ unitName, postName }: Addressee): Phrase {
  const name = [unitName, postName].filter(Boolean).join(' · ');
  return { zh: name, en: name };
}
