/* The browser door of external registers: the lookup page of one. */
import { createElement } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import type { Screen } from '../design-system/web.ts';
import type { ExternalRegister } from './define.ts';

/** The page where one record of somebody else's register is looked up for a purpose, and copied where copies are kept. */
export function externalScreen(
  path: string,
  {
    title,
    name,
    menu,
    load,
  }: {
    title: Phrase;
    /** Name of the register, as its permission `<name>.look_up` starts. */
    name: string;
    menu?: Screen['menu'];
    load: () => Promise<ExternalRegister>;
  },
): Screen {
  return {
    path,
    title,
    ...(menu ? { menu } : {}),
    permission: `${name}.look_up`,
    load: async () => {
      const [{ ExternalLookup }, external] = await Promise.all([import('./ExternalLookup.part.tsx'), load()]);
      return { default: () => createElement(ExternalLookup, { external, title }) };
    },
  };
}
