import { capability } from '../../foundation/api/define.ts';
import { defineBook } from '../../foundation/books/define.ts';
import { allOf, registerOperations } from '../../foundation/registers/index.ts';
import { enterprises as faces } from './enterprise.register.ts';
import { hazardousSubstances } from './hazardous-substance.register.ts';
import { shortcomings } from './shortcomings.views.ts';

export { enterprise } from './enterprise.register.ts';

/** Enterprises, and on the page of each the hazardous substances it keeps. */
export const enterprises = capability({
  name: 'enterprises',
  label: { zh: '生产经营单位', en: 'Enterprises' },
  ...allOf(registerOperations(faces, { compute: { shortcomings } }), registerOperations(hazardousSubstances)),
  books: [defineBook(faces.register, { may: faces.read, order: 50 })],
});
