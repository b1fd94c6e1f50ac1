import { defineRuleSet } from '../rule-sets/define.ts';
import { DAYS, group, HOURS, TIMES, whole } from '../rule-sets/leaf.type.ts';
import type { FileKind } from './define.ts';

const MB = { zh: 'MB', en: 'MB' };
const YEARS = { zh: '年', en: 'years' };

/** How large what people hand in may be. */
export const FILE_LIMITS = defineRuleSet('file_limits', {
  label: { zh: '文件大小限制', en: 'Limits of files' },
  about: {
    zh: '照片、录像、录音、文档、地图瓦片各允许多大；未传完的分段保留多久',
    en: 'How large photos, recordings, papers and map tiles may be, and how long an unfinished upload waits',
  },
  citation: 'GB/T 22239-2019 8.1.4.4 入侵防范（对输入内容进行有效性检验）',
  ownerRole: 'duty_leader',
  schema: group({
    pictureMb: whole({ label: { zh: '照片', en: 'Photo' }, unit: MB, min: 1, max: 200 }),
    videoMb: whole({ label: { zh: '录像', en: 'Video' }, unit: MB, min: 1, max: 2000 }),
    audioMb: whole({ label: { zh: '录音', en: 'Audio' }, unit: MB, min: 1, max: 500 }),
    paperMb: whole({ label: { zh: '文档', en: 'Paper' }, unit: MB, min: 1, max: 200 }),
    tilesMb: whole({ label: { zh: '地图瓦片', en: 'Map tiles' }, unit: MB, min: 1, max: 20_000 }),
    waitHours: whole({
      label: { zh: '未传完的保留', en: 'An unfinished upload waits' },
      unit: HOURS,
      min: 1,
      max: 240,
    }),
    openUploads: whole({
      label: { zh: '每人同时上传', en: 'Uploads of one person at a time' },
      unit: TIMES,
      min: 1,
      max: 100,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '法规未规定数值；按执法记录仪单段录像与移动网络带宽估定，待区应急局确认',
    values: { pictureMb: 50, videoMb: 500, audioMb: 100, paperMb: 50, tilesMb: 1000, waitHours: 48, openUploads: 20 },
  },
});

/** How long evidence is kept before its destruction is proposed; what is held stays in any case. */
export const FILE_RETENTION = defineRuleSet('file_retention', {
  label: { zh: '文件保存期限', en: 'Retention of files' },
  about: {
    zh: '照片、录像、录音、文档各保存多久；从未归入任何记录的保存多久。到期由人确认后销毁，保全中的不销毁',
    en: 'How long files are kept; a person confirms the destruction, and what is under a legal hold stays',
  },
  citation: '个人信息保护法 第19条（最短保存期限）；机关档案管理规定',
  ownerRole: 'duty_leader',
  schema: group({
    pictureYears: whole({ label: { zh: '照片', en: 'Photo' }, unit: YEARS, min: 1, max: 30 }),
    videoYears: whole({ label: { zh: '录像', en: 'Video' }, unit: YEARS, min: 1, max: 30 }),
    audioYears: whole({ label: { zh: '录音', en: 'Audio' }, unit: YEARS, min: 1, max: 30 }),
    paperYears: whole({ label: { zh: '文档', en: 'Paper' }, unit: YEARS, min: 1, max: 100 }),
    unboundDays: whole({
      label: { zh: '未归入记录的文件', en: 'Files that belong to no record' },
      unit: DAYS,
      min: 1,
      max: 365,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '法规未规定统一数值；待区应急局、档案局确认',
    values: { pictureYears: 3, videoYears: 1, audioYears: 1, paperYears: 10, unboundDays: 7 },
  },
});

export interface Limits {
  readonly pictureMb: number;
  readonly videoMb: number;
  readonly audioMb: number;
  readonly paperMb: number;
  readonly tilesMb: number;
}

/** Most bytes of a kind, and of whatever may be called so: before the content has come nobody knows its kind. */
export const mostBytes = (limits: Limits, kind: FileKind): number => limits[`${kind}Mb`] * 1024 * 1024;
export const mostBytesOfAny = ({ pictureMb, videoMb, audioMb, paperMb, tilesMb }: Limits, name = ''): number =>
  (/\.(pmtiles|mbtiles)$/i.test(name) ? tilesMb : Math.max(pictureMb, videoMb, audioMb, paperMb)) * 1024 * 1024;
