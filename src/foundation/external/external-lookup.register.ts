import { defineRegister } from '../registers/define.ts';
import { choice } from '../registers/types/choice.type.ts';
import { instant } from '../registers/types/instant.type.ts';
import { boolean } from '../registers/types/number.type.ts';
import { personalText, text } from '../registers/types/text.type.ts';

export const OUTCOMES = [
  { id: 'found', label: { zh: '查到', en: 'Found' } },
  { id: 'missing', label: { zh: '查无此项', en: 'No such record' } },
  { id: 'failed', label: { zh: '未能查询', en: 'Could not be asked' } },
] as const;

/** 外部查询: one look into a register of somebody else: who, when, for what; the key only as its digest. */
export const externalLookup = defineRegister('external_lookup', {
  plural: 'externalLookups',
  label: { zh: '外部查询', en: 'External lookup' },
  fields: {
    register: text({ label: { zh: '外部台账', en: 'External register' }, required: true, max: 60 }),
    keyDigest: text({ label: { zh: '查询键摘要', en: 'Digest of the key' }, required: true, max: 64 }),
    purpose: text({ label: { zh: '用途', en: 'Purpose' }, required: true, max: 200 }),
    outcome: choice({ label: { zh: '结果', en: 'Outcome' }, options: OUTCOMES, required: true }),
    isCached: boolean({ label: { zh: '取自缓存', en: 'From the cache' } }),
    /** The values as they came; sealed, opened for the same person and purpose until it expires. */
    answer: personalText({ label: { zh: '查询内容', en: 'Answer' }, class: 'narrative', max: 20_000 }),
    fetchedAt: instant({ label: { zh: '取得时间', en: 'Fetched at' } }),
    expiresAt: instant({ label: { zh: '缓存到期', en: 'Kept until' } }),
  },
  processing: {
    subjects: { zh: '被查询的法人及其负责人', en: 'Legal persons looked up and who answers for them' },
    purpose: { zh: '按查询人说明的用途核对身份', en: 'To check who somebody is, for the purpose stated' },
    basis: ['duty'],
    keeping: 'service',
    ended: 'select id, expires_at as ended_at from external_lookup where expires_at is not null',
  },
  title: 'register',
  list: ['register', 'purpose', 'outcome', 'isCached'],
});
