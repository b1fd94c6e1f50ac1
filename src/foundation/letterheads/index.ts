import { capability } from '../api/define.ts';
import { registerOperations } from '../registers/index.ts';
import { letterheadFaces } from './letterhead.register.ts';

export { type Letterhead, letterheadOf, nextPaperNumber } from './letterheads.ts';

export const letterheads = capability({
  name: 'letterheads',
  label: { zh: '发文身份', en: 'Letterheads' },
  ...registerOperations(letterheadFaces),
});
