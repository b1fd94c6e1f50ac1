import type { Phrase } from '../../../kernel/phrases.ts';
import { labelOf } from '../../registers/types/choice.type.ts';
import { defineChannel, type Environment, type Letter } from '../define.ts';
import { gatewayProvider } from '../sms/gateway-provider.ts';
import { inOrder } from '../sms/in-order.ts';
import { smppProvider } from '../sms/smpp-provider.ts';
import type { SmsProvider } from '../sms/sms-provider.ts';
import { CHANNEL_CHOICES } from './names.rules.ts';

/**
 * Short messages, by SMPP or a gateway over HTTP, with a second provider for the hour when the first one fails. What people
 * write back and what became of each message come home on the same way.
 */
export const sms = defineChannel('sms', {
  label: labelOf(CHANNEL_CHOICES, 'sms'),
  describe: [
    {
      name: 'SMS_SMPP_URL',
      label: { zh: '短信中心（SMPP 3.4）', en: 'Short message centre (SMPP 3.4)' },
      example: 'smpp://system:password@sms.example:2775',
      isSecret: true,
    },
    {
      name: 'SMS_SMPP_URL_2',
      label: { zh: '备用短信中心', en: 'Second short message centre' },
      example: 'smpp://system:password@other.example:2775',
      isSecret: true,
    },
    {
      name: 'SMS_SOURCE',
      label: { zh: '短信接入号', en: 'Number that short messages come from' },
      example: '10690012345',
      isSecret: false,
    },
    {
      name: 'SMS_PER_SECOND',
      label: { zh: '每秒条数上限', en: 'Most a second' },
      example: '100',
      isSecret: false,
    },
    {
      name: 'SMS_GATEWAY_URL',
      label: { zh: '短信网关（HTTP）', en: 'Short message gateway (HTTP)' },
      example: 'https://gateway.example/send',
      isSecret: false,
    },
    {
      name: 'SMS_GATEWAY_SECRET',
      label: { zh: '短信网关密钥', en: 'Secret shared with the gateway' },
      example: '32 characters or more',
      isSecret: true,
    },
    {
      name: 'SMS_SIGNATURE',
      label: { zh: '短信签名', en: 'Signature in front of each short message' },
      example: '石景山应急',
      isSecret: false,
    },
  ],
  reaches: { contact: 'phone' },
  atOnce: 50,
  whyOff: (environment): Phrase | undefined => {
    const { SMS_SMPP_URL, SMS_SOURCE, SMS_GATEWAY_URL, SMS_GATEWAY_SECRET, SMS_SIGNATURE } = environment;
    const off = (name: string): Phrase => ({
      zh: `未设置 ${name}，短信渠道停用`,
      en: `${name} is not set: short messages are off`,
    });
    if (!SMS_SMPP_URL && !SMS_GATEWAY_URL) return off('SMS_SMPP_URL / SMS_GATEWAY_URL');
    if (SMS_SMPP_URL && !SMS_SOURCE) return off('SMS_SOURCE');
    if (SMS_GATEWAY_URL && !SMS_GATEWAY_SECRET) return off('SMS_GATEWAY_SECRET');
    return SMS_SIGNATURE ? undefined : off('SMS_SIGNATURE');
  },
  open(environment, hear) {
    const provider = inOrder(providersOf(environment, hear));
    return {
      async send(letter) {
        const taken = await provider.send({
          id: letter.id,
          to: letter.address,
          text: textOf(letter, environment.SMS_SIGNATURE ?? ''),
        });
        return taken.kind === 'taken'
          ? { kind: 'sent', receipt: taken.references.join(' '), references: taken.references }
          : taken;
      },
      close: () => provider.close(),
    };
  },
});

function providersOf(environment: Environment, hear: Parameters<typeof smppProvider>[1]): SmsProvider[] {
  const perSecond = Number(environment.SMS_PER_SECOND) || 100;
  const smpp = [environment.SMS_SMPP_URL, environment.SMS_SMPP_URL_2].flatMap((url) =>
    url ? [smppProvider({ url, source: environment.SMS_SOURCE ?? '', perSecond }, hear)] : [],
  );
  const { SMS_GATEWAY_URL: url, SMS_GATEWAY_SECRET: secret } = environment;
  return url && secret ? [...smpp, gatewayProvider({ url, secret })] : smpp;
}

/** Chinese alone: who gets a short message reads it once, on a small screen. How to answer stands at its end. */
export function textOf({ heading, text, asks, choices }: Letter, signature: string): string {
  const answer =
    asks === 'receipt'
      ? '收到请回复1'
      : asks === 'answer'
        ? `请回复数字：${choices.map(({ label }, index) => `${index + 1} ${label.zh}`).join('，')}`
        : asks === 'deed'
          ? '请登录平台签收办理'
          : undefined;
  return [`【${signature}】${heading.zh}`, text?.zh, answer].filter(Boolean).join('\n');
}
