import { defineRegister } from '../registers/define.ts';
import { choice } from '../registers/types/choice.type.ts';
import { day } from '../registers/types/day.type.ts';
import { instant } from '../registers/types/instant.type.ts';
import { reference } from '../registers/types/reference.type.ts';
import { text } from '../registers/types/text.type.ts';

/** What somebody answers for in an area; `general` is everything that nobody was named for. */
export const RESPONSIBILITY_CATEGORIES = [
  { id: 'general', label: { zh: '综合（兜底）', en: 'General' } },
  { id: 'work_safety', label: { zh: '安全生产', en: 'Work safety' } },
  { id: 'fire_protection', label: { zh: '消防', en: 'Fire protection' } },
  { id: 'flood_control', label: { zh: '防汛', en: 'Flood control' } },
  { id: 'forest_fire_prevention', label: { zh: '森林防火', en: 'Forest fire prevention' } },
  { id: 'earthquake', label: { zh: '抗震', en: 'Earthquake' } },
  { id: 'hazardous_chemicals', label: { zh: '危险化学品', en: 'Hazardous chemicals' } },
  { id: 'gas', label: { zh: '燃气', en: 'Gas' } },
  { id: 'relief', label: { zh: '救灾救助', en: 'Relief' } },
] as const;

export type ResponsibilityCategory = (typeof RESPONSIBILITY_CATEGORIES)[number]['id'];

/**
 * 责任: who answers for a category in an area (the record's own area code: district, street or community), from which day to
 * which. Kept on two times: valid days say when it held, recording and retraction when it was believed. A belief is never
 * overwritten: it is retracted and another recorded, so that «what did we believe on day R about day D» has an answer.
 */
export const responsibility = defineRegister('responsibility', {
  plural: 'responsibilities',
  label: { zh: '责任', en: 'Responsibility' },
  fields: {
    category: choice({ label: { zh: '责任类别', en: 'Category' }, options: RESPONSIBILITY_CATEGORIES, required: true }),
    unitId: reference({ label: { zh: '责任单位', en: 'Unit' }, to: 'unit', required: true }),
    postId: reference({ label: { zh: '责任岗位', en: 'Post' }, to: 'post' }),
    validFrom: day({ label: { zh: '自', en: 'From' }, required: true }),
    /** The last day it held; open while nobody follows. */
    validTo: day({ label: { zh: '至（含当日）', en: 'Until (inclusive)' } }),
    basis: text({ label: { zh: '依据', en: 'Basis' }, max: 300 }),
    /** When it stopped being believed: replaced by a handover or found wrong. */
    retractedAt: instant({ label: { zh: '停止认定时间', en: 'Believed until' } }),
    previousId: reference({ label: { zh: '原认定', en: 'Replaces' }, to: 'responsibility' }),
    reason: text({ label: { zh: '变更原因', en: 'Reason' }, max: 300 }),
  },
  title: 'category',
  list: ['category', 'unitId', 'postId', 'validFrom', 'validTo'],
  constraints: ['check (valid_to is null or valid_to >= valid_from)'],
  isPublicInside: true,
});
