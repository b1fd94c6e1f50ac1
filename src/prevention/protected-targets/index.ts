import { capability } from '../../foundation/api/define.ts';
import { defineBook } from '../../foundation/books/define.ts';
import { registerOperations } from '../../foundation/registers/index.ts';
import { protectedTargets } from './protected-target.register.ts';

/** 重点防护目标. */
export const protectedTargetRegister = capability({
  name: 'protected-targets',
  label: { zh: '重点防护目标', en: 'Protected targets' },
  ...registerOperations(protectedTargets),
  books: [defineBook(protectedTargets.register, { may: protectedTargets.read, order: 55 })],
});
