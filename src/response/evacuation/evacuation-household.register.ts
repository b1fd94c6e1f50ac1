import { defineRegister } from '../../foundation/registers/define.ts';
import { choice, choices } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { personalText, text } from '../../foundation/registers/types/text.type.ts';
import { VULNERABILITIES } from '../../prevention/population/define.ts';

/** What was found at a door; nobody is home is no result, and so is a refusal: both remain. */
export const OUTCOMES = [
  { id: 'pending', label: { zh: '待入户', en: 'Not asked yet' } },
  { id: 'moved', label: { zh: '已转移', en: 'Moved' } },
  { id: 'away', label: { zh: '已自行离开', en: 'Already away' } },
  { id: 'not_home', label: { zh: '家中无人', en: 'Nobody home' } },
  { id: 'refused', label: { zh: '拒绝转移', en: 'Refused' } },
] as const;
export type Outcome = (typeof OUTCOMES)[number]['id'];

const PEOPLE = { unit: { zh: '人', en: 'people' }, max: 1000 } as const;

/** 转移户: one door of an evacuation, who knocks at it, and what came of it. It names nobody; who lives there is the register's. */
export const evacuationHousehold = defineRegister('evacuation_household', {
  plural: 'evacuationHouseholds',
  label: { zh: '转移户', en: 'Household to move' },
  fields: {
    evacuationId: reference({ label: { zh: '转移避险', en: 'Evacuation' }, to: 'evacuation', required: true }),
    incidentId: reference({ label: { zh: '事件', en: 'Incident' }, to: 'incident', required: true }),
    householdId: reference({ label: { zh: '户', en: 'Household' }, to: 'household', required: true }),
    address: text({ label: { zh: '门牌地址', en: 'Address' }, required: true, max: 200 }),
    door: text({ label: { zh: '单元、房号', en: 'Entrance and door' }, max: 40 }),
    at: place({ label: { zh: '位置', en: 'Place' } }),
    people: whole({ label: { zh: '应转移', en: 'To move' }, required: true, ...PEOPLE }),
    vulnerable: whole({ label: { zh: '重点人员', en: 'Vulnerable' }, required: true, ...PEOPLE }),
    vulnerabilities: choices({ label: { zh: '重点人员类别', en: 'Vulnerable as' }, options: VULNERABILITIES }),
    turn: whole({ label: { zh: '次序', en: 'Turn' }, required: true, max: 1_000_000 }),
    helperId: reference({ label: { zh: '责任人', en: 'Helper' }, to: 'person' }),
    outcome: choice({ label: { zh: '入户结果', en: 'Result at the door' }, options: OUTCOMES, required: true }),
    outcomeAt: instant({ label: { zh: '入户时间', en: 'Asked at' } }),
    outcomeById: reference({ label: { zh: '入户人', en: 'Asked by' }, to: 'person' }),
    movedPeople: whole({ label: { zh: '离开人数', en: 'People who left' }, ...PEOPLE }),
    shelterId: reference({ label: { zh: '去往场所', en: 'To the shelter' }, to: 'shelter' }),
    destination: text({ label: { zh: '其他去向', en: 'Elsewhere' }, max: 200 }),
    reason: personalText({ label: { zh: '说明', en: 'Reason' }, class: 'narrative', max: 500 }),
    stayId: reference({ label: { zh: '入住登记', en: 'Stay' }, to: 'shelter_stay' }),
    returnedAt: instant({ label: { zh: '返家时间', en: 'Home at' } }),
  },
  processing: {
    subjects: { zh: '需转移避险的居民', en: 'Residents who are led out' },
    purpose: { zh: '逐户通知、转移、清点和返家', en: 'To call at every door, to move, count and bring home' },
    basis: ['emergency', 'duty'],
    keeping: 'incident',
    serves: `select id, 'incident' as cause_register, incident_id as cause_id from evacuation_household`,
  },
  title: 'address',
  list: ['address', 'door', 'people', 'vulnerable', 'helperId', 'outcome', 'outcomeAt', 'movedPeople'],
  map: { place: 'at', shape: 'square', colourBy: 'outcome' },
  // A door is asked once in an evacuation.
  constraints: ['unique (evacuation_id, household_id)'],
});
