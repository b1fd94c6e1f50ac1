import { type IncomingMessage, Agent as PlainAgent, request as plainRequest, type RequestOptions } from 'node:http';
import { Agent as SafeAgent, request as safeRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Phrase } from '../../kernel/phrases.ts';
import { Problem, problem } from '../../kernel/problems.ts';
import type { Network } from './network.ts';

export interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  /** For everything: name, connection, redirects and body. */
  readonly timeoutMs: number;
  readonly mostBytes: number;
  /** Redirects followed; each is judged as the first address was. None leaves the origin where `headers` carry a secret. */
  readonly redirects: { readonly most: number; readonly within: 'origin' | 'network' };
}

export interface Answer {
  readonly status: number;
  /** Content type as the other side calls it, without parameters; what it is, only the bytes tell. */
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** Of one host at once; who waits longer than the time limit is told so. */
const AT_ONCE = 8;
const KEPT = { maxSockets: AT_ONCE, keepAlive: true, timeout: 30_000 };
const pools = new WeakMap<Network, { 'http:': PlainAgent; 'https:': SafeAgent }>();

/** A connection is used again only by whoever judges addresses alike: it was judged when it was made. */
function poolOf(network: Network) {
  const known = pools.get(network) ?? { 'http:': new PlainAgent(KEPT), 'https:': new SafeAgent(KEPT) };
  pools.set(network, known);
  return known;
}
const isRedirect = (status: number) => status >= 300 && status < 400 && status !== 304;

/**
 * One GET to a server of somebody else, outside every transaction. The name is looked up here, and the connection goes to the
 * very address that was judged: a name that points elsewhere a moment later changes nothing.
 * @throws `external.unreachable`, `external.private_address`, `external.redirected`, `external.too_large`
 */
export async function askOutside(network: Network, start: URL, asking: Asking): Promise<Answer> {
  const signal = AbortSignal.timeout(asking.timeoutMs);
  let address = start;
  try {
    for (let hop = 0; hop <= asking.redirects.most; hop += 1) {
      const answer = await connect(network, address, asking, signal);
      const status = answer.statusCode ?? 0;
      if (!isRedirect(status)) return { status, mediaType: mediaTypeOf(answer), bytes: await limited(answer, asking) };
      answer.resume();
      const next = URL.parse(answer.headers.location ?? '', address.href);
      if (!next || (asking.redirects.within === 'origin' && next.origin !== start.origin))
        throw problem('external.redirected');
      address = next;
    }
    throw problem('external.redirected');
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw problem('external.unreachable', { reason: signal.aborted ? TOO_LATE : reasonOf(error) });
  }
}

/**
 * The answer where it is one; undefined where the other side has nothing.
 * @throws `external.refused`, `external.unreachable` for any other status
 */
export function answered(answer: Answer): Answer | undefined {
  const { status } = answer;
  if (status === 404) return undefined;
  if (status === 401 || status === 403) throw problem('external.refused');
  if (status < 200 || status > 299) throw problem('external.unreachable', { reason: `HTTP ${status}` });
  return answer;
}

async function connect(network: Network, address: URL, { headers }: Asking, signal: AbortSignal) {
  if (address.protocol !== 'http:' && address.protocol !== 'https:') throw problem('external.redirected');
  const host = address.hostname.replace(/^\[|\]$/g, '');
  const known = isIP(host) ? [host] : await timed(network.resolve(host), signal);
  if (known.length === 0) throw problem('external.unreachable', { reason: NO_SUCH_HOST });
  const [reached] = known.filter((one) => network.mayReach(host, one));
  if (reached === undefined) throw problem('external.private_address', { host });
  const family = isIP(reached);
  const lookup: LookupFunction = (_host, options, done) => {
    if (options.all) done(null, [{ address: reached, family }]);
    else done(null, reached, family);
  };
  const isSafe = address.protocol === 'https:';
  const options: RequestOptions = { headers: { ...headers }, lookup, signal, agent: poolOf(network)[address.protocol] };
  return new Promise<IncomingMessage>((resolve, reject) => {
    const asked = (isSafe ? safeRequest : plainRequest)(address, options, resolve);
    asked.on('error', reject);
    asked.end();
  });
}

/** A name server that does not answer is not waited for longer than anybody else. */
function timed<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

async function limited(answer: IncomingMessage, { mostBytes }: Asking): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) {
      answer.destroy();
      throw problem('external.too_large');
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const mediaTypeOf = ({ headers }: IncomingMessage) =>
  (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

const TOO_LATE: Phrase = { zh: '超时未应答', en: 'no answer in time' };
const NO_SUCH_HOST: Phrase = { zh: '域名无法解析', en: 'its name is not known' };
const UNREACHED: Phrase = { zh: '连接不上', en: 'it is not reached' };
const BROKEN: Phrase = { zh: '应答中断', en: 'the answer broke off' };
const BAD_CERTIFICATE: Phrase = { zh: '证书不可信', en: 'its certificate is not trusted' };

function reasonOf(error: unknown): Phrase {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (/CERT|SELF_SIGNED|ALTNAME|VERIFY/.test(code)) return BAD_CERTIFICATE;
  return /ECONNRESET|PREMATURE|HPE_/.test(code) ? BROKEN : UNREACHED;
}
