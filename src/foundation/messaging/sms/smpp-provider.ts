import smpp, { type Pdu, type Session } from 'smpp';
import type { Hear } from '../define.ts';
import { notNow } from '../post-json.ts';
import { partHead, partsOf, receiptOf } from './parts.rules.ts';
import type { SmsProvider, Taken } from './sms-provider.ts';

export interface SmppSettings {
  /** `smpp://system:password@host:2775`, or `ssmpp://` over TLS. */
  readonly url: string;
  /** The number that the short message comes from. */
  readonly source: string;
  readonly perSecond: number;
  /** Milliseconds; short in tests. */
  readonly patience?: number;
}

const PATIENCE_MS = 8000;
const ENQUIRE_MS = 30_000;
const LONGEST_PAUSE_MS = 30_000;
/** How often a centre that throttles is asked again within one attempt. */
const THROTTLED_TRIES = 4;

/** Command status of SMPP 3.4 §5.1.3. */
const OK = 0;
const THROTTLED = [0x14, 0x58];
/** Invalid destination: address, its type or plan, a distribution list that is none. */
const NO_SUCH_NUMBER = [0x0b, 0x50, 0x51, 0x34, 0x40];
const TEMPORARY = 0x64;

const UCS2 = 0x08;
const WITH_HEAD = 0x40;
const IS_RECEIPT = 0x04;

/**
 * Short messages by SMPP 3.4 (SMS Forum, 1999): one connection that sends and hears. It is opened with the first letter
 * and again by itself after a break, because receipts come on it; a centre that throttles is given time; what was heard is
 * acknowledged only once it is stored, so that the centre repeats what a crash swallowed.
 */
export function smppProvider(settings: SmppSettings, hear: Hear): SmsProvider {
  const { hostname, port, username, password, protocol } = new URL(settings.url);
  const patience = settings.patience ?? PATIENCE_MS;
  let bound: Promise<Session> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let pause = 500;
  let isClosed = false;
  let nextAt = 0;
  let reference = Math.floor(Math.random() * 256);
  const waiting = new Set<(error: Error) => void>();

  function bind(): Promise<Session> {
    const opening = new Promise<Session>((resolve, reject) => {
      const session = smpp.connect({
        host: hostname,
        port: Number(port || (protocol === 'ssmpp:' ? 3550 : 2775)),
        tls: protocol === 'ssmpp:',
        auto_enquire_link_period: ENQUIRE_MS,
      });
      const gaveUp = setTimeout(() => session.destroy(), patience);
      session.on(protocol === 'ssmpp:' ? 'secureConnect' : 'connect', () =>
        session.bind_transceiver(
          { system_id: decodeURIComponent(username), password: decodeURIComponent(password) },
          ({ command_status }) => {
            clearTimeout(gaveUp);
            if (command_status === OK) {
              pause = 500;
              resolve(session);
            } else {
              reject(notNow(`SMPP bind ${command_status}`));
              session.close();
            }
          },
        ),
      );
      session.on('enquire_link', (pdu) => session.send(pdu.response()));
      session.on('deliver_sm', (pdu) => void heard(session, pdu, hear));
      session.on('unbind', (pdu) => {
        session.send(pdu.response());
        session.close();
      });
      session.on('error', () => session.destroy());
      session.on('close', () => {
        clearTimeout(gaveUp);
        reject(notNow('SMPP connection'));
        if (bound === opening) bound = undefined;
        for (const end of waiting) end(notNow('SMPP connection'));
        bindLater();
      });
    });
    opening.catch(() => undefined);
    return opening;
  }
  function bindLater(): void {
    if (isClosed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      bound ??= bind();
    }, pause).unref();
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
  /** One short message after the other, no faster than was agreed with the centre. */
  async function turn(): Promise<void> {
    const now = performance.now();
    nextAt = Math.max(nextAt, now) + 1000 / settings.perSecond;
    await sleep(nextAt - 1000 / settings.perSecond - now);
  }
  async function submit(to: string, short_message: unknown, esm_class: number): Promise<Pdu> {
    for (let tries = 1; ; tries += 1) {
      await turn();
      bound ??= bind();
      const session = await bound;
      const answer = await new Promise<Pdu>((resolve, reject) => {
        const end = (error: Error) => {
          clearTimeout(timer);
          waiting.delete(end);
          reject(error);
        };
        const timer = setTimeout(() => {
          // A centre that hangs is as good as gone: the next letter asks a new connection.
          end(notNow('SMPP timeout'));
          session.destroy();
        }, patience);
        waiting.add(end);
        const isSent = session.submit_sm(
          {
            source_addr: settings.source,
            destination_addr: to,
            registered_delivery: 1,
            data_coding: UCS2,
            esm_class,
            short_message,
          },
          (pdu) => {
            clearTimeout(timer);
            waiting.delete(end);
            resolve(pdu);
          },
        );
        if (!isSent) end(notNow('SMPP connection'));
      });
      if (!THROTTLED.includes(answer.command_status) || tries === THROTTLED_TRIES) return answer;
      await sleep(250 * 2 ** tries);
    }
  }

  return {
    name: `smpp ${hostname}`,
    async send({ to, text }): Promise<Taken> {
      const parts = partsOf(text);
      reference = (reference + 1) & 0xff;
      const references: string[] = [];
      for (const [index, part] of parts.entries()) {
        const message = Buffer.from(part, 'utf16le').swap16();
        const answer =
          parts.length === 1
            ? await submit(to, message, 0)
            : await submit(to, { udh: Buffer.from(partHead(reference, parts.length, index + 1)), message }, WITH_HEAD);
        if (NO_SUCH_NUMBER.includes(answer.command_status)) {
          return { kind: 'refused', reason: `SMPP ${answer.command_status}` };
        }
        if (answer.command_status !== OK) throw notNow(`SMPP ${answer.command_status}`);
        if (answer.message_id) references.push(answer.message_id);
      }
      return { kind: 'taken', references };
    },
    async close() {
      isClosed = true;
      clearTimeout(retry);
      const session = await bound?.catch(() => undefined);
      if (!session) return;
      await new Promise<void>((done) => {
        const gone = setTimeout(() => session.destroy(), 1000);
        session.on('close', () => {
          clearTimeout(gone);
          done();
        });
        session.unbind(() => session.close());
      });
    },
  };
}

/** A receipt, or what somebody wrote back. */
async function heard(session: Session, pdu: Pdu, hear: Hear): Promise<void> {
  const text = textOf(pdu);
  let status = OK;
  try {
    if ((Number(pdu.esm_class) & 0x3c) === IS_RECEIPT) {
      const receipt = receiptOf(text, { reference: pdu.receipted_message_id, state: pdu.message_state });
      if (receipt?.isDelivered !== undefined)
        await hear({ kind: 'receipt', ...receipt, isDelivered: receipt.isDelivered });
    } else if (pdu.source_addr) await hear({ kind: 'reply', from: pdu.source_addr, text });
  } catch {
    status = TEMPORARY;
  }
  session.send(pdu.response({ command_status: status }));
}

function textOf({ short_message, message_payload }: Pdu): string {
  const message = (short_message?.message || message_payload?.message) ?? '';
  return (Buffer.isBuffer(message) ? message.toString('latin1') : String(message)).replaceAll('\0', '');
}

const sleep = (milliseconds: number) =>
  milliseconds > 1 ? new Promise<void>((done) => setTimeout(done, milliseconds)) : undefined;
