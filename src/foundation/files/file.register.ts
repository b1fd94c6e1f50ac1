import { defineRegister } from '../registers/define.ts';
import { whole } from '../registers/types/number.type.ts';
import { recordId } from '../registers/types/record-id.type.ts';
import { personalText, text } from '../registers/types/text.type.ts';

/** 文件: one upload. The bytes lie under their digest, so that the same photo sent twice is stored once. */
export const file = defineRegister('file', {
  plural: 'files',
  label: { zh: '文件', en: 'File' },
  fields: {
    sha256: text({ label: { zh: '校验值', en: 'SHA-256' }, required: true }),
    /** By content, never by name or by what the sender said. */
    mediaType: text({ label: { zh: '类型', en: 'Media type' }, required: true }),
    size: whole({ label: { zh: '大小（字节）', en: 'Size in bytes' }, required: true }),
    name: personalText({ label: { zh: '文件名', en: 'Name' }, class: 'narrative', max: 200 }),
    subjectRegister: text({ label: { zh: '所属台账', en: 'Register' } }),
    subjectId: recordId({ label: { zh: '所属记录', en: 'Record' } }),
  },
  title: 'sha256',
  list: ['mediaType', 'size', 'sha256'],
});
