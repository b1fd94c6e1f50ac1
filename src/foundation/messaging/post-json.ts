/** An error whose code is told in the delivery, never the text or the number. It means «not now». */
export function notNow(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** More than any provider has to say; whoever says more is cut off. */
const MOST_BYTES = 64 * 1024;

export interface Posted {
  readonly status: number;
  /** What was answered, where it was JSON of a sensible size. */
  readonly body: unknown;
}

/**
 * Posts JSON to a provider. One that is dead, hangs beyond the patience or floods its answer fails with «not now»; redirects are
 * not followed, because the body names people.
 */
export async function postJson(
  url: string,
  body: string,
  { patience, headers = {} }: { patience: number; headers?: Readonly<Record<string, string>> },
): Promise<Posted> {
  const signal = AbortSignal.timeout(patience);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      redirect: 'error',
      signal,
    });
    const text = await limited(answer);
    return { status: answer.status, body: parsed(text) };
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string };
    throw notNow(name === 'TimeoutError' ? 'HTTP timeout' : code === FLOOD ? FLOOD : 'HTTP connection');
  }
}

const FLOOD = 'HTTP answer too long';

async function limited(answer: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of answer.body ?? []) {
    size += piece.length;
    if (size > MOST_BYTES) throw notNow(FLOOD);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
