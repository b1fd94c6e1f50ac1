import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../../../../tests/support/postgres.ts';
import type { Heard, Letter } from '../define.ts';
import { smtp } from './smtp.channel.ts';

const letter: Letter = {
  id: '01900000-0000-7000-8000-000000000001',
  messageId: '01900000-0000-7000-8000-000000000002',
  address: 'li@street.example',
  heading: { zh: '【演练】请签收指令 令〔2026〕12号', en: '[DRILL] Please receive order 12' },
  text: { zh: '转移 12 号楼', en: 'Move building 12' },
  mark: 'drill',
  priority: 'extra_urgent',
  asks: 'receipt',
  choices: [],
};

const FROM = { SMTP_FROM: '应急指挥中心 <duty@example.org>' };
const open = (port: number) => {
  const channel = smtp.open?.(
    { SMTP_URL: `smtp://127.0.0.1:${port}`, ...FROM },
    async () => undefined,
    () => new Date(),
  );
  if (!channel) throw new Error('the mail channel sends');
  return channel;
};

describe('the e-mail channel', () => {
  const servers: SMTPServer[] = [];
  const senders: string[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await new Promise<void>((done) => server.close(() => done()));
  });

  async function mailServer(refuse?: { code: number }): Promise<{ port: number; letters: string[] }> {
    const letters: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onMailFrom({ address }, _session, done) {
        senders.push(address);
        done();
      },
      onRcptTo(_address, _session, done) {
        done(refuse ? Object.assign(new Error('no such user'), { responseCode: refuse.code }) : undefined);
      },
      async onData(stream, _session, done) {
        letters.push(await text(stream));
        done();
      },
    });
    servers.push(server);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return { port: (server.server.address() as AddressInfo).port, letters };
  }

  it('hands a letter over with the mark in its subject and an id that stays over attempts', async () => {
    const { port, letters } = await mailServer();
    const channel = open(port);
    expect(await channel.send(letter)).toMatchObject({ kind: 'sent', receipt: expect.stringContaining('250') });
    await channel.close();
    const [mail = ''] = letters;
    const subject = mail
      .replaceAll(/\r\n[ \t]/g, '')
      .match(/^Subject: (.*)$/m)?.[1]
      ?.replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, encoded: string) =>
        Buffer.from(encoded, 'base64').toString('utf8'),
      );
    expect(subject).toContain('【演练】请签收指令');
    expect(mail).toContain(`Message-ID: <${letter.id}@fengsui>`);
    expect(mail).toContain('To: li@street.example');
  });

  it('gives up on an address that does not exist, and on nothing else', async () => {
    const { port: unknown } = await mailServer({ code: 550 });
    const channel = open(unknown);
    expect(await channel.send(letter)).toEqual({ kind: 'refused', reason: 'SMTP 550' });
    await channel.close();
    const { port: busy } = await mailServer({ code: 451 });
    const later = open(busy);
    await expect(later.send(letter)).rejects.toMatchObject({ responseCode: 451 });
    await later.close();
    const [server] = servers.splice(0, 1);
    await new Promise<void>((done) => server?.close(() => done()));
    const dead = open(unknown);
    await expect(dead.send(letter)).rejects.toThrow();
    await dead.close();
  });

  it('reads what comes back: a failure counts, a delay and a guessed address do not', async () => {
    const { port, letters } = await mailServer();
    const heard: Heard[] = [];
    const returns = await freePort();
    const channel = smtp.open?.(
      {
        SMTP_URL: `smtp://127.0.0.1:${port}`,
        ...FROM,
        SMTP_BOUNCE_DOMAIN: 'return.example',
        SMTP_BOUNCE_PORT: String(returns),
        SMTP_BOUNCE_SECRET: 'a secret of return addresses',
      },
      async (one) => void heard.push(one),
      () => new Date(),
    );
    expect(await channel?.send(letter)).toMatchObject({ references: [letter.id], isOnlyFailureTold: true });
    expect(letters).toHaveLength(1);
    const from = senders.at(-1) ?? '';
    expect(from).toContain(letter.id);
    // As the mail server of the other side speaks, by a client of its own.
    const { createTransport } = await import('nodemailer');
    const other = createTransport({ host: '127.0.0.1', port: returns, ignoreTLS: true });
    const report = (to: string, action: string, status: string) =>
      other.sendMail({
        envelope: { from: '', to },
        raw: [
          'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
          '',
          '--b',
          'Content-Type: message/delivery-status',
          '',
          'Reporting-MTA: dns; mail.example',
          '',
          'Final-Recipient: rfc822; li@street.example',
          `Action: ${action}`,
          `Status: ${status}`,
          '--b--',
        ].join('\r\n'),
      });
    await report(from, 'delayed', '4.4.1');
    expect(heard).toEqual([]);
    await expect(
      report(from.replace(/-[0-9a-f]{24}@/, `-${'0'.repeat(24)}@`), 'failed', '5.1.1'),
    ).rejects.toMatchObject({
      responseCode: 550,
    });
    await report(from, 'failed', '5.1.1');
    expect(heard).toEqual([{ kind: 'receipt', reference: letter.id, isDelivered: false, reason: 'SMTP 5.1.1' }]);
    other.close();
    await channel?.close();
  });

  it('says which setting keeps it off', () => {
    expect(smtp.whyOff({})?.zh).toContain('SMTP_URL');
    expect(smtp.whyOff({ SMTP_URL: 'smtp://mail.example' })?.zh).toContain('SMTP_FROM');
    expect(smtp.whyOff({ SMTP_URL: 'smtp://mail.example', ...FROM })).toBeUndefined();
  });
});
