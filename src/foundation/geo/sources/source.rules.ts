import { defineRuleSet } from '../../rule-sets/define.ts';
import { group, HOURS, SECONDS, TIMES, whole } from '../../rule-sets/leaf.type.ts';

const KB = { zh: 'KB', en: 'KB' };

/** How long and how much of an outside map service is waited for, and how long its pictures are used again. */
export const MAP_SOURCE_RULES = defineRuleSet('map_sources', {
  label: { zh: '外部地图服务规则', en: 'Outside map services' },
  about: {
    zh: '外部底图和服务图层等待多久、单张图片多大、缓存多久，连续失败几次后暂停多久再试',
    en: 'How long an outside map is waited for, how large a picture may be, how long it is kept, and when a dead source rests',
  },
  citation: 'GB/T 22239-2019 8.1.3.1 边界防护、8.1.4.4 入侵防范',
  ownerRole: 'duty_leader',
  schema: group({
    timeoutSeconds: whole({ label: { zh: '最长等待', en: 'Longest wait' }, unit: SECONDS, min: 1, max: 30 }),
    mostKilobytes: whole({ label: { zh: '单张图片上限', en: 'Largest picture' }, unit: KB, min: 50, max: 10_000 }),
    keepHours: whole({ label: { zh: '图片缓存', en: 'A picture is kept' }, unit: HOURS, min: 1, max: 720 }),
    failures: whole({ label: { zh: '连续失败后暂停', en: 'Failures before it rests' }, unit: TIMES, min: 1, max: 20 }),
    restSeconds: whole({ label: { zh: '暂停', en: 'Rest' }, unit: SECONDS, min: 5, max: 3600 }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '法规未规定数值；按值班席位可接受的等待估定（暂定）',
    values: { timeoutSeconds: 5, mostKilobytes: 2048, keepHours: 24, failures: 3, restSeconds: 30 },
  },
});
