import type { ShortMessage, SmsProvider, Taken } from './sms-provider.ts';

/** A provider that failed is asked last for so long: the next letter does not wait for it again. */
const REST_MS = 60_000;

/** Several providers as one: the first that works, the next when it fails; a refused number is final for all of them. */
export function inOrder(providers: readonly SmsProvider[]): SmsProvider {
  const restsUntil = new Map<SmsProvider, number>();
  const rested = (provider: SmsProvider) => ((restsUntil.get(provider) ?? 0) > performance.now() ? 1 : 0);
  return {
    name: providers.map(({ name }) => name).join(', '),
    async send(message: ShortMessage): Promise<Taken> {
      let last: unknown;
      for (const provider of providers.toSorted((one, other) => rested(one) - rested(other))) {
        try {
          const taken = await provider.send(message);
          restsUntil.delete(provider);
          return taken;
        } catch (error) {
          restsUntil.set(provider, performance.now() + REST_MS);
          last = error;
        }
      }
      throw last;
    },
    async close() {
      await Promise.all(providers.map((provider) => provider.close()));
    },
  };
}
