import { capability } from '../../foundation/api/define.ts';
import { defineBook } from '../../foundation/books/define.ts';
import { allOf, registerOperations } from '../../foundation/registers/index.ts';
import { lifelineLines } from './lifeline-line.register.ts';
import { lifelinePoints } from './lifeline-point.register.ts';

/** 城市生命线: stations, valves and the lines between them. */
export const lifelines = capability({
  name: 'lifelines',
  label: { zh: '城市生命线', en: 'Lifelines' },
  ...allOf(registerOperations(lifelinePoints), registerOperations(lifelineLines)),
  books: [
    defineBook(lifelinePoints.register, { may: lifelinePoints.read, order: 60 }),
    defineBook(lifelineLines.register, { may: lifelineLines.read, order: 61 }),
  ],
});
