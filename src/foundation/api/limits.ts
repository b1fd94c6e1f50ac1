import { problem } from '../../kernel/problems.ts';

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Requests per minute by key (person and operation, or address), as a token bucket in memory: a guard against
 * run-away clients, not an accounting. Sign-in has its own throttle in the database, shared by replicas.
 */
export function requestLimit(defaultPerMinute: number, now: () => number) {
  const buckets = new Map<string, Bucket>();
  return (key: string, perMinute = defaultPerMinute): void => {
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: perMinute, at };
    bucket.tokens = Math.min(perMinute, bucket.tokens + ((at - bucket.at) / 60_000) * perMinute);
    bucket.at = at;
    buckets.set(key, bucket);
    if (buckets.size > 50_000) buckets.clear();
    if (bucket.tokens < 1) {
      throw problem('request.too_many', { seconds: Math.max(1, Math.ceil(((1 - bucket.tokens) * 60) / perMinute)) });
    }
    bucket.tokens -= 1;
  };
}
