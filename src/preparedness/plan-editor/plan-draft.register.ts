import { z } from 'zod';
import { defineRegister } from '../../foundation/registers/define.ts';
import { json } from '../../foundation/registers/types/json.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import type { PlanDraft } from './plan-draft.rules.ts';

/** The plan that is renewed, `text-` and the text it is begun from, or `new`. */
export const aboutInput = z.string().regex(/^(new|(text-)?[0-9a-f-]{36})$/);

/** 预案草稿: the next edition as somebody writes it over days, at whichever desk they sit down. */
export const planDraft = defineRegister('plan_draft', {
  plural: 'planDrafts',
  label: { zh: '预案草稿', en: 'Draft of a plan' },
  fields: {
    about: text({ label: { zh: '编制对象', en: 'What is written' }, required: true, max: 60 }),
    name: text({ label: { zh: '预案名称', en: 'Name of the plan' }, max: 200 }),
    content: json<PlanDraft>({ label: { zh: '草稿内容', en: 'Words of the draft' } }),
  },
  title: 'name',
  list: ['name'],
});
