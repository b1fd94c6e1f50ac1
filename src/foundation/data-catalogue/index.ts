import { capability } from '../api/define.ts';
import { auditDataUse } from './data-catalogue.permissions.ts';
import { list, record } from './data-catalogue.views.ts';

/** 数据目录: what the district knows, whose it is, and who uses it. */
export const dataCatalogue = capability({
  name: 'data-catalogue',
  label: { zh: '数据目录', en: 'Data catalogue' },
  permissions: [auditDataUse],
  views: [list, record],
});
