import { expect, it } from 'vitest';
import { capabilities } from '../../src/apps/server/capabilities.ts';
import { catalogueOf } from '../../src/foundation/api/platform.ts';

it('a fact that several commands record is called like the one of its own register', () => {
  expect(catalogueOf(capabilities).factLabels.get('order.issued')?.zh).toBe('下达指令');
});
