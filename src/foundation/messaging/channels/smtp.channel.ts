import type { Phrase } from '../../../kernel/phrases.ts';
import { labelOf } from '../../registers/types/choice.type.ts';
import { defineChannel, type Environment, type Letter } from '../define.ts';
import { listenForBounces, returnAddress } from '../mail/bounces.ts';
import { CHANNEL_CHOICES } from './names.rules.ts';

/**
 * E-mail by any SMTP server. Replies 5xx are final and refuse the letter; 4xx, a dead or slow server mean «try again
 * later»: the letter waits in the database and nothing is lost. Mail that comes back is read where a domain for it is set up.
 */
export const smtp = defineChannel('smtp', {
  label: labelOf(CHANNEL_CHOICES, 'smtp'),
  describe: [
    {
      name: 'SMTP_URL',
      label: { zh: '邮件服务器', en: 'Mail server' },
      example: 'smtps://user:password@mail.example:465',
      isSecret: true,
    },
    {
      name: 'SMTP_FROM',
      label: { zh: '发件人', en: 'Sender' },
      example: '应急指挥中心 <duty@example>',
      isSecret: false,
    },
    {
      name: 'SMTP_BOUNCE_DOMAIN',
      label: { zh: '退信域名（可选）', en: 'Domain of returned mail (optional)' },
      example: 'return.fengsui.example',
      isSecret: false,
    },
    {
      name: 'SMTP_BOUNCE_PORT',
      label: { zh: '退信接收端口', en: 'Port that takes returned mail' },
      example: '2525',
      isSecret: false,
    },
    {
      name: 'SMTP_BOUNCE_SECRET',
      label: { zh: '退信地址密钥', en: 'Secret of the return addresses' },
      example: '32 characters or more',
      isSecret: true,
    },
  ],
  reaches: { contact: 'email' },
  whyOff: ({ SMTP_URL, SMTP_FROM }): Phrase | undefined => {
    if (!SMTP_URL) return { zh: '未设置 SMTP_URL，邮件渠道停用', en: 'SMTP_URL is not set: e-mail is off' };
    if (!SMTP_FROM) return { zh: '未设置 SMTP_FROM，邮件渠道停用', en: 'SMTP_FROM is not set: e-mail is off' };
    return undefined;
  },
  open({ SMTP_URL, SMTP_FROM, ...more }, hear) {
    const returns = returnsOf(more);
    // A port that is taken stops nobody's mail: what comes back is then not read, and letters stay «handed over».
    const listening = returns ? listenForBounces(returns, hear).catch(() => undefined) : undefined;
    const opened = import('nodemailer').then(({ createTransport }) =>
      createTransport({
        url: SMTP_URL ?? '',
        connectionTimeout: 10_000,
        greetingTimeout: 10_000,
        socketTimeout: 20_000,
        // Message text never goes into a log.
        logger: false,
      }),
    );
    return {
      async send(letter) {
        try {
          const transport = await opened;
          const isHeard = (await listening) !== undefined;
          const { response } = await transport.sendMail({
            from: SMTP_FROM ?? '',
            ...mailOf(letter),
            ...(returns && isHeard
              ? {
                  envelope: {
                    from: returnAddress(returns.secret, returns.domain, letter.id),
                    to: letter.address,
                  },
                }
              : {}),
          });
          return isHeard
            ? { kind: 'sent', receipt: response, references: [letter.id], isOnlyFailureTold: true }
            : { kind: 'sent', receipt: response };
        } catch (error) {
          const { responseCode } = error as { responseCode?: number };
          if (responseCode !== undefined && responseCode >= 500) {
            return { kind: 'refused', reason: `SMTP ${responseCode}` };
          }
          throw error;
        }
      },
      async close() {
        (await opened).close();
        await (await listening)?.close();
      },
    };
  },
});

/** Where mail comes back to; undefined where it is not set up. */
function returnsOf(environment: Environment): { domain: string; port: number; secret: string } | undefined {
  const { SMTP_BOUNCE_DOMAIN: domain, SMTP_BOUNCE_PORT: port, SMTP_BOUNCE_SECRET: secret } = environment;
  return domain && port && secret ? { domain, port: Number(port), secret } : undefined;
}

function mailOf(letter: Letter) {
  return {
    to: letter.address,
    subject: letter.heading.zh,
    text: [letter.text?.zh ?? letter.heading.zh, letter.text?.en ?? letter.heading.en].join('\n\n'),
    // The same id over attempts: a mail server that got it twice can drop the second.
    messageId: `<${letter.id}@fengsui>`,
    priority: letter.priority === 'normal' ? ('normal' as const) : ('high' as const),
  };
}
