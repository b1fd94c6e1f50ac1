import { definePermission } from '../../identity/define.ts';

const ROOM = { duty_leader: 'all', duty_officer: 'all', commander: 'all' } as const;
const UNITS = { department_officer: 'unit', street_chief: 'unit', street_officer: 'unit' } as const;

/**
 * What was kept holds what its author saw, perhaps more than others see of the same place: the room reads it, and officers of the
 * author's unit; a part in the incident alone does not open it.
 */
export const readSurroundings = definePermission('surroundings.read', {
  label: { zh: '查看归档的周边分析', en: 'See kept surroundings' },
  granted: { ...ROOM, ...UNITS },
});

export const keepSurroundings = definePermission('surroundings.keep', {
  label: { zh: '周边分析归入事件', en: 'Keep surroundings on a record' },
  granted: { ...ROOM, ...UNITS },
});
