import { Button, ChoiceField, Empty, Section, Tag, TextField, useSay } from '../../foundation/design-system/web.ts';
import { UnitField } from '../../foundation/organisation/web.ts';
import { planGroup } from '../plans/plan-group.register.ts';
import { planSeat } from '../plans/plan-seat.register.ts';
import type { GroupDraft, PlanDraft, SeatDraft } from './plan-draft.rules.ts';

const WORDS = {
  title: { zh: '组织指挥', en: 'Command structure' },
  addSeat: { zh: '增加指挥岗位', en: 'Add a seat' },
  addGroup: { zh: '增加工作组', en: 'Add a group' },
  addMember: { zh: '增加成员单位', en: 'Add a member unit' },
  up: { zh: '上移', en: 'Move up' },
  remove: { zh: '删去', en: 'Take out' },
  none: { zh: '还没有指挥岗位和工作组', en: 'No seat and no group yet' },
  noneHint: {
    zh: '总指挥、执行总指挥、新闻发言人等岗位在启动时由当天任职的人承担。',
    en: 'Seats are taken by whoever holds the post on the day of the activation.',
  },
} as const;

const SEAT: SeatDraft = { name: '', unitId: null, unitName: null, role: '' };
const GROUP: GroupDraft = { name: '', duties: null, leadUnitId: null, leadUnitName: null, members: [] };
const ROLES = planSeat.fields.role.options ?? [];

const replaced = <T,>(list: readonly T[], at: number, change: Partial<T>) =>
  list.map((one, index) => (index === at ? { ...one, ...change } : one));
const without = <T,>(list: readonly T[], at: number) => list.filter((_, index) => index !== at);
const raised = <T,>(list: readonly T[], at: number) =>
  at === 0 ? list : [...list.slice(0, at - 1), list[at] as T, list[at - 1] as T, ...list.slice(at + 1)];

/** Who commands, and the working groups with their lead and members, in the order of the plan. */
export function EditCommand({ draft, onChange }: { draft: PlanDraft; onChange: (change: Partial<PlanDraft>) => void }) {
  const say = useSay();
  const { seats, groups } = draft;
  return (
    <Section
      title={WORDS.title}
      aside={
        <span className="row">
          <Button onClick={() => onChange({ seats: [...seats, SEAT] })}>{say(WORDS.addSeat)}</Button>
          <Button onClick={() => onChange({ groups: [...groups, GROUP] })}>{say(WORDS.addGroup)}</Button>
        </span>
      }
    >
      {seats.length + groups.length === 0 && <Empty title={WORDS.none} hint={WORDS.noneHint} />}
      {seats.map((seat, at) => (
        // Seats have no id of their own; while a name is typed, only the place in the list stays.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what identifies a line here
        <div key={at} className="plan-seat">
          <TextField
            label={planSeat.fields.name.label}
            value={seat.name}
            onChange={(name) => onChange({ seats: replaced(seats, at, { name }) })}
            maxLength={60}
            isRequired
          />
          <UnitField
            label={planSeat.fields.unitId.label}
            value={seat.unitId ?? undefined}
            onChange={(unitId, unitName) =>
              onChange({ seats: replaced(seats, at, { unitId: unitId ?? null, unitName: unitName ?? null }) })
            }
            isRequired
          />
          <ChoiceField
            label={planSeat.fields.role.label}
            choices={ROLES.map(({ id, label }) => ({ value: id, label }))}
            value={seat.role}
            onChange={(role) => onChange({ seats: replaced(seats, at, { role }) })}
            isRequired
          />
          <LineButtons
            name={seat.name}
            isFirst={at === 0}
            onUp={() => onChange({ seats: raised(seats, at) })}
            onRemove={() => onChange({ seats: without(seats, at) })}
          />
        </div>
      ))}
      {groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as with seats
        <div key={at} className="plan-group">
          <div className="plan-seat">
            <TextField
              label={planGroup.fields.name.label}
              value={group.name}
              onChange={(name) => onChange(renamed(draft, at, name))}
              maxLength={60}
              isRequired
            />
            <UnitField
              label={planGroup.fields.leadUnitId.label}
              value={group.leadUnitId ?? undefined}
              onChange={(leadUnitId, name) =>
                onChange({
                  groups: replaced(groups, at, { leadUnitId: leadUnitId ?? null, leadUnitName: name ?? null }),
                })
              }
              isRequired
            />
            <TextField
              label={planGroup.fields.duties.label}
              value={group.duties ?? ''}
              onChange={(duties) => onChange({ groups: replaced(groups, at, { duties: duties || null }) })}
              maxLength={1000}
            />
            <LineButtons
              name={group.name}
              isFirst={at === 0}
              onUp={() => onChange({ groups: raised(groups, at) })}
              onRemove={() => onChange({ groups: without(groups, at) })}
            />
          </div>
          <Members group={group} onChange={(members) => onChange({ groups: replaced(groups, at, { members }) })} />
        </div>
      ))}
    </Section>
  );
}

/** Actions of a group that is called otherwise go with it. */
function renamed({ groups, actions }: PlanDraft, at: number, name: string): Partial<PlanDraft> {
  const before = groups[at]?.name;
  return {
    groups: replaced(groups, at, { name }),
    actions:
      before === undefined || before === ''
        ? actions
        : actions.map((action) => (action.groupName === before ? { ...action, groupName: name } : action)),
  };
}

function Members({
  group: { members, name },
  onChange,
}: {
  group: GroupDraft;
  onChange: (members: GroupDraft['members']) => void;
}) {
  const say = useSay();
  return (
    <div className="plan-members">
      {members.map((member) => (
        <span key={member.id} className="row">
          <Tag>{member.name}</Tag>
          <Button
            kind="bare"
            aria-label={`${say(WORDS.remove)} ${name} ${member.name}`}
            onClick={() => onChange(members.filter(({ id: other }) => other !== member.id))}
          >
            ×
          </Button>
        </span>
      ))}
      <UnitField
        label={WORDS.addMember}
        value={undefined}
        onChange={(unitId, unitName) =>
          unitId &&
          !members.some((member) => member.id === unitId) &&
          onChange([...members, { id: unitId, name: unitName ?? '' }])
        }
      />
    </div>
  );
}

function LineButtons({
  name,
  isFirst,
  onUp,
  onRemove,
}: {
  name: string;
  isFirst: boolean;
  onUp: () => void;
  onRemove: () => void;
}) {
  const say = useSay();
  return (
    <span className="row plan-line-buttons">
      <Button aria-label={`${say(WORDS.up)} ${name}`} onClick={onUp} disabled={isFirst}>
        {say(WORDS.up)}
      </Button>
      <Button aria-label={`${say(WORDS.remove)} ${name}`} onClick={onRemove}>
        {say(WORDS.remove)}
      </Button>
    </span>
  );
}
