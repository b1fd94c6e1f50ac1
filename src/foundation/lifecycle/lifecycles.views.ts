import { z } from 'zod';
import { view } from '../api/define.ts';
import { SIGNED_IN } from '../identity/define.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

/** Every lifecycle as data: what the diagrams are drawn from. */
export const list = view('lifecycles.list', {
  label: { zh: '流程', en: 'Lifecycles' },
  may: SIGNED_IN,
  input: z.object({}),
  output: z.object({
    lifecycles: z.array(
      z.object({
        register: z.string(),
        label: phrase,
        initial: z.string(),
        states: z.array(z.object({ name: z.string(), label: phrase })),
        transitions: z.array(
          z.object({
            name: z.string(),
            label: phrase,
            from: z.array(z.string()),
            to: z.string(),
            permission: phrase,
            roles: z.array(z.string()),
            requires: z.array(phrase),
            cites: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
  reads: [],
  async run(ctx) {
    return {
      lifecycles: [...ctx.catalogue.lifecycles.values()].map(({ register, initial, states, transitions }) => ({
        register: register.name,
        label: register.label,
        initial,
        states: Object.entries(states).map(([name, label]) => ({ name, label })),
        transitions: Object.entries(transitions).map(([name, step]) => ({
          name,
          label: step.label,
          from: [...step.from],
          to: step.to,
          permission: step.may.label,
          roles: Object.keys(step.may.granted),
          requires: (step.requires ?? []).map((field) => register.fields[field]?.label ?? { zh: field, en: field }),
          cites: step.cites ?? null,
        })),
      })),
    };
  },
});
