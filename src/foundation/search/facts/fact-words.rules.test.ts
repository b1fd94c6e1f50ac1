import { expect, it } from 'vitest';
import { expert } from '../../../preparedness/experts/expert.register.ts';
import { FORMER_TEXTS } from '../define.ts';
import { saidIn } from './fact-words.rules.ts';

it('takes the declared texts of a payload and nothing else', () => {
  const payload = { reason: ' 规模扩大 ', grade: 'major', before: null, number: 12 };
  expect(saidIn(undefined, ['reason', 'number', 'absent'], payload)).toEqual(['规模扩大']);
});

it('takes what open texts said before, never what is sealed or chosen', () => {
  const changes = {
    organisation: { from: '首钢燃气研究所', to: '市燃气学会' },
    phone: { digest: 'a1b2' },
    isOnCall: { from: true, to: false },
    speciality: { from: null, to: '管网' },
  };
  expect(saidIn(expert, ['reason', FORMER_TEXTS], { changes, reason: '单位更名' })).toEqual([
    '单位更名',
    '首钢燃气研究所',
  ]);
});
