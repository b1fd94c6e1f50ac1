import { capability } from '../../foundation/api/define.ts';
import { defineSearch } from '../../foundation/search/define.ts';
import { peopleAreHome } from './closing.views.ts';
import { evacuationHouseholdLifecycle, evacuationLifecycle } from './evacuation.lifecycle.ts';
import { leadEvacuation, readDoors, readEvacuation, reportDoor } from './evacuation.permissions.ts';
import { onHome } from './evacuation.reactions.ts';
import { evacuation as register } from './evacuation.register.ts';
import { EVACUATION_MESSAGES } from './evacuation.rules.ts';
import { destinations, doors, list, mine, record } from './evacuation.views.ts';
import { allHome, checkIn, goHome, report } from './evacuation-doors.commands.ts';
import { evacuationHousehold } from './evacuation-household.register.ts';
import { allowHome, assign, draw, end, start, withdraw } from './evacuations.commands.ts';
import { behind } from './residents.views.ts';

/** 转移避险: lists of households, doors one by one, shelters that count the same people, and home again. */
export const evacuation = capability({
  name: 'evacuation',
  label: { zh: '转移避险', en: 'Evacuation' },
  searches: [defineSearch(register, { words: ['title', 'instructions'], line: ['title'] })],
  registers: [register, evacuationHousehold],
  lifecycles: [evacuationLifecycle, evacuationHouseholdLifecycle],
  permissions: [readEvacuation, readDoors, leadEvacuation, reportDoor],
  commands: [draw, assign, start, end, withdraw, allowHome, report, checkIn, goHome, allHome],
  views: [list, record, doors, mine, behind, destinations],
  messageTemplates: EVACUATION_MESSAGES,
  stepChecks: [peopleAreHome],
  reactions: [onHome],
  facts: {
    'evacuation.exported': { zh: '调用人口信息', en: 'Residents looked up' },
    'evacuation_household.home': { zh: '返家', en: 'Home' },
    'evacuation.returned': { zh: '全部返家', en: 'All home' },
  },
});
