import { createHmac } from 'node:crypto';
import { isSameBytes } from '../../personal-data/index.ts';
import type { Hear } from '../define.ts';

/** More than any report of a mail server needs; what is larger is cut off by the server that listens. */
const MOST_BYTES = 256 * 1024;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const tagOf = (secret: string, id: string) => createHmac('sha256', secret).update(id).digest('hex').slice(0, 24);

/** Where reports about one letter come to: its id, and a tag that only this server can make. */
export const returnAddress = (secret: string, domain: string, id: string): string =>
  `r-${id}-${tagOf(secret, id)}@${domain}`;

/** The letter that an address of ours is about; undefined for every other, guessed ones included. */
export function letterOf(secret: string, address: string): string | undefined {
  const [, id = '', tag = ''] = /^r-([0-9a-f-]{36})-([0-9a-f]{24})@/i.exec(address) ?? [];
  if (!ID.test(id)) return undefined;
  return isSameBytes(Buffer.from(tag), Buffer.from(tagOf(secret, id))) ? id : undefined;
}

/**
 * What a delivery status notification (RFC 3464) says of the letter: it arrived, it never will, or nothing that counts – a delay, or
 * an answer by an absence assistant.
 */
export function verdictOf(mail: string): { isDelivered: boolean; reason: string } | undefined {
  const report = mail.search(/^content-type:\s*message\/delivery-status/im);
  if (report < 0) return undefined;
  const text = mail.slice(report);
  const action = /^action:\s*([a-z]+)/im.exec(text)?.[1]?.toLowerCase();
  const status = /^status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(text)?.[1] ?? '';
  if (action === 'failed') return { isDelivered: false, reason: `SMTP ${status || '5'}` };
  return action === 'delivered' ? { isDelivered: true, reason: '' } : undefined;
}

/** Listens where reports about our letters come to, and takes nothing else. */
export async function listenForBounces(
  { port, secret }: { port: number; secret: string },
  hear: Hear,
): Promise<{ close(): Promise<void> }> {
  const { SMTPServer } = await import('smtp-server');
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MOST_BYTES,
    maxClients: 20,
    logger: false,
    onRcptTo({ address }, _session, done) {
      const isOurs = letterOf(secret, address) !== undefined;
      done(isOurs ? undefined : Object.assign(new Error('no such user'), { responseCode: 550 }));
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      let size = 0;
      stream.on('data', (piece: Buffer) => {
        size += piece.length;
        if (size <= MOST_BYTES) pieces.push(piece);
      });
      stream.on('end', () => {
        const verdict = size <= MOST_BYTES ? verdictOf(Buffer.concat(pieces).toString('utf8')) : undefined;
        const letters = session.envelope.rcptTo.flatMap(({ address }) => letterOf(secret, address) ?? []);
        const heard = verdict ? letters.map((reference) => hear({ kind: 'receipt', reference, ...verdict })) : [];
        // What cannot be stored now is asked for again: 451 makes the other side repeat it.
        Promise.all(heard).then(
          () => done(),
          () => done(Object.assign(new Error('try again later'), { responseCode: 451 })),
        );
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((ready, fail) => {
    server.server.once('error', fail);
    server.listen(port, () => ready());
  });
  return { close: () => new Promise((done) => server.close(() => done())) };
}
