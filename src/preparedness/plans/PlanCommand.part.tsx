import { Empty, Section, useSay } from '../../foundation/design-system/web.ts';
import { planGroup } from './plan-group.register.ts';
import { planSeat } from './plan-seat.register.ts';
import { type Plan, roleLabel } from './plan-words.part.tsx';

const WORDS = {
  title: { zh: '组织指挥', en: 'Command structure' },
  today: { zh: '今天由谁担任', en: 'Who holds it today' },
  nobody: { zh: '无人担任', en: 'Nobody' },
  actions: { zh: '行动', en: 'Actions' },
  none: { zh: '这一版没有写组织指挥', en: 'This edition says nothing of the command' },
} as const;

/** Who commands and which groups work, with the people of today; a seat that nobody takes is shown as a gap. */
export function PlanCommand({ plan }: { plan: Plan }) {
  const say = useSay();
  const { seats, groups } = plan;
  return (
    <Section id="command" title={WORDS.title}>
      {seats.length + groups.length === 0 && <Empty title={WORDS.none} />}
      {seats.length > 0 && (
        <Table
          heads={[planSeat.fields.name.label, planSeat.fields.unitId.label, planSeat.fields.role.label, WORDS.today]}
        >
          {seats.map(({ name, unitName, role, holder }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-label={say(planSeat.fields.unitId.label)}>{unitName}</td>
              <td data-label={say(planSeat.fields.role.label)}>{say(roleLabel(role))}</td>
              <td data-label={say(WORDS.today)}>
                {holder ?? <strong className="plan-gap">{say(WORDS.nobody)}</strong>}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {groups.length > 0 && (
        <Table
          heads={[
            planGroup.fields.name.label,
            planGroup.fields.leadUnitId.label,
            planGroup.fields.memberUnitIds.label,
            planGroup.fields.duties.label,
            WORDS.actions,
          ]}
        >
          {groups.map(({ name, leadUnitName, members, duties }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-label={say(planGroup.fields.leadUnitId.label)}>{leadUnitName}</td>
              <td data-label={say(planGroup.fields.memberUnitIds.label)}>
                {members.map((member) => member.name).join('、')}
              </td>
              <td data-label={say(planGroup.fields.duties.label)}>{duties}</td>
              <td data-label={say(WORDS.actions)} className="time">
                {plan.actions.filter(({ groupName }) => groupName === name).length}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}

function Table({ heads, children }: { heads: readonly { zh: string; en: string }[]; children: React.ReactNode }) {
  const say = useSay();
  return (
    <table className="table plan-table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head.en} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
