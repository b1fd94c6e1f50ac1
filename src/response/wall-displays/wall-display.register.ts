import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { person } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

export const WALL_LOOKS = [
  { id: 'night', label: { zh: '白天浅色，18 时至 6 时深色', en: 'Light by day, dark from 18 to 6' } },
  { id: 'light', label: { zh: '浅色', en: 'Light' } },
  { id: 'dark', label: { zh: '深色', en: 'Dark' } },
] as const;

export const WALL_LANGUAGES = [
  { id: 'zh', label: { zh: '中文', en: 'Chinese' } },
  { id: 'en', label: { zh: '英文', en: 'English' } },
] as const;

export const KEEPERS_OF_WALLS = { duty_leader: 'all', duty_officer: 'all' } as const;

/** 大屏: a screen on the wall of a hall, the account it looks by, and how it looks. What it shows are its 画面. */
export const wallDisplay = defineRegister('wall_display', {
  plural: 'wallDisplays',
  label: { zh: '大屏', en: 'Wall' },
  purpose: { zh: '指挥大厅显示', en: 'What the hall sees' },
  fields: {
    name: text({ label: { zh: '大屏名称', en: 'Name' }, required: true, max: 40 }),
    accountPersonId: person({ label: { zh: '大屏账号', en: 'Account of the wall' }, required: true }),
    look: choice({ label: { zh: '明暗', en: 'Look' }, options: WALL_LOOKS, required: true }),
    language: choice({ label: { zh: '文字', en: 'Language' }, options: WALL_LANGUAGES, required: true }),
    size: text({ label: { zh: '尺寸和位置', en: 'Size and place' }, max: 100 }),
  },
  title: 'name',
  list: ['name', 'accountPersonId', 'look', 'language', 'size'],
});

export const wallDisplays = defineFaces(wallDisplay, {
  read: { ...KEEPERS_OF_WALLS, commander: 'all', wall: 'all' },
  keep: KEEPERS_OF_WALLS,
  sections: [{ title: { zh: '大屏', en: 'Wall' }, fields: ['name', 'accountPersonId', 'look', 'language', 'size'] }],
  filters: ['look', 'language'],
  search: ['name'],
  keys: ['name'],
});
