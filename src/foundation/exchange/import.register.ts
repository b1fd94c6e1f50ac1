import { defineRegister } from '../registers/define.ts';
import { choice } from '../registers/types/choice.type.ts';
import { instant } from '../registers/types/instant.type.ts';
import { json } from '../registers/types/json.type.ts';
import { whole } from '../registers/types/number.type.ts';
import { recordId } from '../registers/types/record-id.type.ts';
import { text } from '../registers/types/text.type.ts';
import type { SourceColumn } from './columns.rules.ts';
import { FORMATS } from './readers/define.ts';

export const KNOWN = [
  { id: 'update', label: { zh: '更新已有记录', en: 'Update records that exist' } },
  { id: 'skip', label: { zh: '跳过已有记录', en: 'Leave records that exist as they are' } },
] as const;

/** 导入: one file on its way into one register, from the upload to what came of it. The file itself goes when it is over. */
export const fileImport = defineRegister('import', {
  plural: 'imports',
  label: { zh: '导入', en: 'Import' },
  fields: {
    register: text({ label: { zh: '台账', en: 'Register' }, required: true, max: 60 }),
    source: text({ label: { zh: '来源', en: 'Source' }, required: true, max: 100 }),
    fileName: text({ label: { zh: '文件', en: 'File' }, required: true, max: 200 }),
    sha256: text({ label: { zh: '校验值', en: 'Digest' }, required: true, max: 64 }),
    format: choice({ label: { zh: '格式', en: 'Format' }, options: FORMATS, required: true }),
    size: whole({ label: { zh: '大小', en: 'Size' }, required: true, unit: { zh: '字节', en: 'bytes' } }),
    headerRow: whole({ label: { zh: '表头行', en: 'Head' }, required: true }),
    columns: json<readonly SourceColumn[]>({ label: { zh: '列', en: 'Columns' } }),
    samples: json<readonly (readonly (string | null)[])[]>({ label: { zh: '示例', en: 'Samples' } }),
    /** For each column its target: a field, `base.lng`, `ownerUnit`, or nothing. */
    mapping: json<readonly string[]>({ label: { zh: '对应栏目', en: 'Mapping' } }),
    coordinateSystem: text({ label: { zh: '坐标系', en: 'Coordinate system' }, required: true, max: 20 }),
    /** What the file says of its own system: the text of its .prj. */
    projection: text({ label: { zh: '文件自带的坐标系', en: 'System the file names' }, max: 5000 }),
    known: choice({ label: { zh: '已有记录', en: 'Known records' }, options: KNOWN, required: true }),
    checkJobId: recordId({ label: { zh: '核对任务', en: 'Check' } }),
    writeJobId: recordId({ label: { zh: '写入任务', en: 'Write' } }),
    rowCount: whole({ label: { zh: '行数', en: 'Rows' } }),
    wrongCount: whole({ label: { zh: '有误行数', en: 'Wrong rows' } }),
    warningCount: whole({ label: { zh: '提示数', en: 'Warnings' } }),
    newCount: whole({ label: { zh: '新增', en: 'New' } }),
    updateCount: whole({ label: { zh: '更新', en: 'Updates' } }),
    skipCount: whole({ label: { zh: '跳过', en: 'Skipped' } }),
    placeWarning: json<{ zh: string; en: string }>({ label: { zh: '位置提示', en: 'About the places' } }),
    createdCount: whole({ label: { zh: '已新增', en: 'Created' } }),
    updatedCount: whole({ label: { zh: '已更新', en: 'Updated' } }),
    unchangedCount: whole({ label: { zh: '无变化', en: 'Unchanged' } }),
    endedAt: instant({ label: { zh: '完成时间', en: 'Ended at' } }),
  },
  title: 'fileName',
  list: ['fileName', 'register', 'source', 'rowCount'],
  constraints: ["check (state in ('received', 'checking', 'checked', 'writing', 'written', 'abandoned'))"],
});
