// The few globals that Node and every browser share, for tsconfig.pure.json: pure files may draw random ids, nothing more.
declare const crypto: { getRandomValues<T extends ArrayBufferView>(array: T): T };
