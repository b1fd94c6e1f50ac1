import { defineLifecycle } from '../lifecycle/define.ts';
import { makeImport } from './import.permissions.ts';
import { fileImport } from './import.register.ts';

export const importLifecycle = defineLifecycle(fileImport, {
  initial: 'received',
  states: {
    received: { zh: '待对应栏目', en: 'Columns to be matched' },
    checking: { zh: '核对中', en: 'Being checked' },
    checked: { zh: '待确认写入', en: 'To be confirmed' },
    writing: { zh: '写入中', en: 'Being written' },
    written: { zh: '已写入', en: 'Written' },
    abandoned: { zh: '已放弃', en: 'Abandoned' },
  },
  transitions: {
    check: {
      label: { zh: '核对', en: 'Check' },
      from: ['received', 'checking', 'checked'],
      to: 'checking',
      may: makeImport,
    },
    judge: { label: { zh: '核对完成', en: 'Checked' }, from: ['checking'], to: 'checked', may: makeImport },
    write: { label: { zh: '确认写入', en: 'Write' }, from: ['checked'], to: 'writing', may: makeImport },
    finish: { label: { zh: '写入完成', en: 'Written' }, from: ['writing'], to: 'written', may: makeImport },
    abandon: {
      label: { zh: '放弃', en: 'Abandon' },
      from: ['received', 'checking', 'checked', 'writing'],
      to: 'abandoned',
      may: makeImport,
    },
  },
});
