import type { Role } from '../foundation/identity/define.ts';
import type { DemoPlan } from './plans.ts';

interface DemoSeat {
  readonly name: string;
  readonly unitKey: string;
  readonly role: Role;
}

/** 现场指挥部 as plans of the district have it: the headquarters that issued the plan commands, its lead department carries out. */
export function seatsOf({ issuedByUnitKey, groups }: DemoPlan): readonly DemoSeat[] {
  const rescue = groups[1]?.leadUnitKey ?? 'dept-emergency';
  return [
    { name: '总指挥', unitKey: 'committee', role: 'commander' },
    { name: '执行总指挥', unitKey: issuedByUnitKey, role: 'commander' },
    {
      name: '现场联络员',
      unitKey: rescue,
      role: rescue.startsWith('utility-') ? 'utility_contact' : 'department_officer',
    },
    { name: '新闻发言人', unitKey: 'dept-publicity', role: 'department_officer' },
    { name: '值守联络', unitKey: 'command-center', role: 'duty_officer' },
  ];
}

/** 应对法 第86条: what the law asks before a response ends. */
export const END_CONDITIONS: readonly string[] = [
  '突发事件的威胁和危害得到控制或者消除',
  '被困、失联人员全部查清，伤员得到救治',
  '次生、衍生事件的危险已经排除',
];
