import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { boolean, whole } from '../../foundation/registers/types/number.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** Kinds of 特殊时期 in which duty is raised (北京市实施突发事件应对法办法 第38条). */
export const SPECIAL_PERIOD_KINDS = [
  { id: 'holiday', label: { zh: '节假日', en: 'Public holiday' } },
  { id: 'two_sessions', label: { zh: '两会', en: 'Two sessions' } },
  { id: 'major_event', label: { zh: '重大活动', en: 'Major event' } },
  { id: 'flood_season', label: { zh: '汛期', en: 'Flood season' } },
  { id: 'forest_fire_season', label: { zh: '森林防火期', en: 'Forest fire season' } },
  { id: 'severe_weather', label: { zh: '极端天气', en: 'Severe weather' } },
] as const;

export type SpecialPeriodKind = (typeof SPECIAL_PERIOD_KINDS)[number]['id'];

/** 特殊时期: days on which more people are on duty, and of what rank their leader is. */
export const specialPeriod = defineRegister('special_period', {
  plural: 'specialPeriods',
  label: { zh: '特殊时期', en: 'Special period' },
  purpose: { zh: '值班加强和信息报送加密', en: 'Raised duty and denser reporting' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 60 }),
    periodKind: choice({ label: { zh: '类别', en: 'Kind' }, options: SPECIAL_PERIOD_KINDS, required: true }),
    startsOn: day({ label: { zh: '自', en: 'From' }, required: true }),
    endsOn: day({ label: { zh: '至（含当日）', en: 'Until (inclusive)' }, required: true }),
    extraOfficers: whole({
      label: { zh: '每班增加值班员', en: 'More officers per shift' },
      unit: { zh: '人', en: 'persons' },
      min: 0,
      max: 20,
    }),
    needsChief: boolean({ label: { zh: '主要负责人带班', en: 'Led by the head of the unit' } }),
    asksDailyReport: boolean({ label: { zh: '每日报告', en: 'Daily report' } }),
    basis: text({ label: { zh: '依据', en: 'Basis' }, max: 200 }),
  },
  title: 'name',
  list: ['name', 'periodKind', 'startsOn', 'endsOn', 'extraOfficers', 'needsChief', 'asksDailyReport'],
  constraints: ['check (ends_on >= starts_on)'],
});

const EVERYBODY = {
  duty_leader: 'all',
  duty_officer: 'all',
  commander: 'all',
  department_officer: 'all',
  street_chief: 'all',
  street_officer: 'all',
  community_worker: 'all',
  grid_worker: 'all',
  team_leader: 'all',
  team_member: 'all',
  utility_contact: 'all',
} as const;

const ENDS_EARLY = { zh: '不应早于起始日', en: 'must not lie before the first day' };

export const specialPeriods = defineFaces(specialPeriod, {
  read: EVERYBODY,
  keep: { duty_leader: 'all', duty_officer: 'all', commander: 'all' },
  sections: [
    { title: { zh: '时期', en: 'Period' }, fields: ['name', 'periodKind', 'startsOn', 'endsOn', 'basis'] },
    { title: { zh: '加强', en: 'Raised duty' }, fields: ['extraOfficers', 'needsChief', 'asksDailyReport'] },
  ],
  filters: ['periodKind', 'startsOn'],
  search: ['name'],
  keys: ['name'],
  check: ({ startsOn, endsOn }) =>
    String(endsOn) < String(startsOn) ? { field: 'endsOn', reason: ENDS_EARLY } : undefined,
});
