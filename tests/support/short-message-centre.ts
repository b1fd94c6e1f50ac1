import type { AddressInfo } from 'node:net';
import smpp, { type Pdu, type Session } from 'smpp';

export interface Submitted {
  readonly to: string;
  readonly id: string;
  readonly text: string;
  readonly part: readonly number[] | undefined;
}

/** What the centre answers to a short message: a command status, or nothing at all for one that hangs. */
export type Manner = (to: string, count: number) => number | 'hangs';

/** A short message centre that speaks SMPP 3.4: the other side of a real connection. */
export async function shortMessageCentre(manner: Manner = () => 0, givenPort = 0) {
  const submitted: Submitted[] = [];
  const sessions = new Set<Session>();
  let asked = 0;
  let named = 0;
  const server = smpp.createServer((session) => {
    sessions.add(session);
    session.on('error', () => session.destroy());
    session.on('close', () => sessions.delete(session));
    session.on('bind_transceiver', (pdu) =>
      session.send(pdu.response({ command_status: pdu.password === 'right' ? 0 : 0x0e })),
    );
    session.on('enquire_link', (pdu) => session.send(pdu.response()));
    session.on('unbind', (pdu) => {
      session.send(pdu.response());
      session.close();
    });
    session.on('submit_sm', (pdu) => {
      const to = pdu.destination_addr ?? '';
      asked += 1;
      const status = manner(to, asked);
      if (status === 'hangs') return;
      const id = status === 0 ? `m${++named}` : '';
      if (status === 0) submitted.push({ to, id, text: String(pdu.short_message?.message ?? ''), part: headOf(pdu) });
      session.send(pdu.response({ command_status: status, message_id: id }));
    });
  });
  await new Promise<void>((ready) => server.listen(givenPort, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;

  /** Says something to whoever is bound; answers with the status that it got back. */
  const deliver = (fields: Record<string, unknown>) =>
    new Promise<number>((resolve, reject) => {
      const [session] = sessions;
      if (!session) reject(new Error('nobody is bound'));
      else session.deliver_sm(fields, ({ command_status }) => resolve(command_status));
    });
  return {
    port,
    url: (password = 'right') => `smpp://fengsui:${password}@127.0.0.1:${port}`,
    submitted,
    bound: () => sessions.size,
    receipt: (id: string, stat = 'DELIVRD') =>
      deliver({
        esm_class: 0x04,
        source_addr: '1',
        short_message: `id:${id} sub:001 dlvrd:001 stat:${stat} err:000 text:`,
      }),
    reply: (from: string, words: string) =>
      deliver({
        source_addr: from,
        data_coding: 8,
        short_message: { message: Buffer.from(words, 'utf16le').swap16() },
      }),
    async stop() {
      for (const session of sessions) session.destroy();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

function headOf({ short_message }: Pdu): number[] | undefined {
  const head = short_message?.udh;
  if (!head) return undefined;
  return [...Buffer.concat(Array.isArray(head) ? head : [head as Buffer])];
}
