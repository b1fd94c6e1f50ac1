import { expect, it } from 'vitest';
import { INCIDENT_KIND_WORDS, INCIDENT_KINDS } from '../incident-kinds/define.ts';
import { fittingItems } from './pick.rules.ts';

const kinds = INCIDENT_KINDS.map(({ id, label }) => ({ id, text: label.zh, words: INCIDENT_KIND_WORDS[id] }));
const first = (typed: string, count = 3) =>
  fittingItems(kinds, typed)
    .slice(0, count)
    .map(({ id }) => id);

it.each([
  ['积水', 'waterlogging'],
  ['车祸', 'road_traffic'],
  ['煤气', 'utility.gas'],
  ['漏气', 'utility.gas'],
  ['着火', 'fire'],
  ['起火', 'fire'],
  ['塌陷', 'ground_subsidence'],
  ['触电', 'industry_other'],
  ['溺水', 'drowning'],
  ['中毒', 'health.poisoning'],
  ['停电', 'utility.power'],
  ['爆管', 'utility.water'],
  ['高空坠落', 'falling_object'],
  ['树倒', 'gale'],
  ['电梯困人', 'special_equipment'],
  ['小区门口积水很深', 'waterlogging'],
  ['燃气管线', 'utility.gas'],
])('finds %s', (typed, kind) => expect(first(typed)).toContain(kind));

it('finds by sound, whole and by initials, after what is written', () => {
  const items = [
    { text: '内涝', words: ['积水'], sounds: ['neilao', 'nl', 'jishui', 'js'] },
    { text: '火灾', words: ['着火'], sounds: ['huozai', 'hz', 'zhaohuo', 'zh'] },
  ];
  expect(fittingItems(items, 'jishui')).toEqual([items[0]]);
  expect(fittingItems(items, 'js')).toEqual([items[0]]);
  expect(fittingItems(items, 'zhao')).toEqual([items[1]]);
  expect(fittingItems(items, '天外来客')).toEqual([]);
});
