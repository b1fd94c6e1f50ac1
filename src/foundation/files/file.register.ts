import { defineRegister } from '../registers/define.ts';
import { instant } from '../registers/types/instant.type.ts';
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
    subjectId: recordId({ label: { zh: '所属记录', en: 'Record' }, registerIn: 'subjectRegister' }),
    width: whole({ label: { zh: '宽（像素）', en: 'Width in pixels' } }),
    height: whole({ label: { zh: '高（像素）', en: 'Height in pixels' } }),
    /** What the device wrote into the picture: evidence that can be forged, shown beside the server's own time. */
    takenAt: instant({ label: { zh: '拍摄时间（设备记录）', en: 'Taken at, says the device' } }),
    takenPlace: personalText({
      label: { zh: '拍摄位置（设备记录）', en: 'Taken where, says the device' },
      class: 'narrative',
      max: 40,
    }),
    device: personalText({ label: { zh: '拍摄设备', en: 'Device' }, class: 'narrative', max: 100 }),
    destroyedAt: instant({ label: { zh: '销毁时间', en: 'Destroyed at' } }),
  },
  processing: {
    subjects: { zh: '画面中的人、上传人', en: 'People in pictures, and those who hand them in' },
    purpose: { zh: '固定现场证据', en: 'To keep evidence of the scene' },
    basis: ['emergency', 'duty'],
    keeping: 'evidence',
  },
  title: 'sha256',
  list: ['mediaType', 'size', 'sha256'],
});
