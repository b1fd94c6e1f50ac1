/**
 * zod asks, with `new Function`, whether it may compile its checks. The content security policy forbids it, rightly, and
 * the browser would note a violation on every page: so it is told beforehand, where zod looks when it is loaded.
 */
(globalThis as { __zod_globalConfig?: { jitless: boolean } }).__zod_globalConfig = { jitless: true };
