import { defineRegister } from '../registers/define.ts';
import { instant } from '../registers/types/instant.type.ts';
import { whole } from '../registers/types/number.type.ts';
import { text } from '../registers/types/text.type.ts';

/** 备用资料包: one PDF for the hour without power. The file lies outside the database; here stands what was made and when. */
export const fallbackPack = defineRegister('fallback_pack', {
  plural: 'fallbackPacks',
  label: { zh: '备用资料包', en: 'Fallback pack' },
  fields: {
    madeAt: instant({ label: { zh: '生成时间', en: 'Made at' }, required: true }),
    fileName: text({ label: { zh: '文件名', en: 'File' }, required: true, max: 100 }),
    sha256: text({ label: { zh: '校验值', en: 'SHA-256' }, required: true, max: 64 }),
    size: whole({ label: { zh: '大小（字节）', en: 'Size in bytes' }, required: true }),
    rowCount: whole({ label: { zh: '条目', en: 'Entries' }, required: true }),
  },
  title: 'fileName',
  list: ['madeAt', 'fileName', 'rowCount', 'size'],
  constraints: ["check (state in ('active', 'removed'))"],
});
