import { EXPERT_FIELDS } from '../preparedness/experts/expert.register.ts';
import { impossiblePhone, inventName } from './invented-names.ts';
import { seededRandom } from './random.ts';

/** Kinds of places experts come from; no real institute is meant. */
const ORGANISATIONS = [
  '设计研究院（示例）',
  '高等院校（示例）',
  '检测中心（示例）',
  '行业协会（示例）',
  '区属企业（示例）',
];
const SPECIALITIES: Readonly<Record<string, string>> = {
  gas: '燃气管网抢修、泄漏扩散研判',
  hazardous_chemicals: '危险化学品泄漏处置、反应失控',
  hydraulics: '山洪与内涝、下凹桥排水',
  geology: '崩塌滑坡隐患识别与监测',
  construction: '建筑结构安全鉴定',
  electrical: '配电与应急供电',
};
/** Ids of invented numbers from here on, so that nobody of the organisation has one of them. */
const FIRST_NUMBER = 900_000;

/** Two experts for every field of the list, a few of them over their term. All invented. */
export const DEMO_EXPERTS = EXPERT_FIELDS.flatMap(({ id }, index) =>
  [0, 1].map((turn) => {
    const random = seededRandom(7100 + index * 2 + turn);
    const drawn = inventName(random);
    // One of them signs in and answers calls on a phone.
    const personKey = id === 'gas' && turn === 0 ? 'zhuanjia' : undefined;
    const second = EXPERT_FIELDS[(index + 3) % EXPERT_FIELDS.length]?.id ?? id;
    const year = 2023 + Math.floor(random() * 3);
    return {
      name: personKey ? '陆知行' : drawn,
      personKey,
      fields: turn === 0 ? [id] : [id, second],
      organisation: ORGANISATIONS[(index + turn) % ORGANISATIONS.length] ?? '',
      professionalTitle: (['senior', 'associate_senior', 'intermediate'] as const)[Math.floor(random() * 3)],
      speciality: SPECIALITIES[id] ?? null,
      phone: impossiblePhone(FIRST_NUMBER + index * 2 + turn),
      isOnCall: turn === 0,
      appointedOn: `${year}-07-01`,
      termEndsOn: `${year + 3}-06-30`,
    };
  }),
);
