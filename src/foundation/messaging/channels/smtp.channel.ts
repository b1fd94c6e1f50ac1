import type { Phrase } from '../../../kernel/phrases.ts';
import { labelOf } from '../../registers/types/choice.type.ts';
import { defineChannel, type Letter } from '../define.ts';
import { CHANNEL_CHOICES } from './names.rules.ts';

/**
 * E-mail by any SMTP server. Replies 5xx are final and refuse the letter; 4xx, a dead or slow server mean «try again
 * later»: the letter waits in the database and nothing is lost.
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
  ],
  reaches: { contact: 'email' },
  whyOff: ({ SMTP_URL, SMTP_FROM }): Phrase | undefined => {
    if (!SMTP_URL) return { zh: '未设置 SMTP_URL，邮件渠道停用', en: 'SMTP_URL is not set: e-mail is off' };
    if (!SMTP_FROM) return { zh: '未设置 SMTP_FROM，邮件渠道停用', en: 'SMTP_FROM is not set: e-mail is off' };
    return undefined;
  },
  open({ SMTP_URL, SMTP_FROM }) {
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
          const { response } = await transport.sendMail({ from: SMTP_FROM ?? '', ...mailOf(letter) });
          return { kind: 'sent', receipt: response };
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
      },
    };
  },
});

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
