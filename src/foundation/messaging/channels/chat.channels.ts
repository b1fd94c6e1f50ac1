import type { Phrase } from '../../../kernel/phrases.ts';
import { labelOf } from '../../registers/types/choice.type.ts';
import { type ChatFormat, chatText, DINGTALK, FEISHU, postChat, WECOM } from '../chat/chat-webhook.ts';
import { defineChannel } from '../define.ts';
import { CHANNEL_CHOICES } from './names.rules.ts';

/** A robot in the duty group of a chat company; only people with a mobile number are told by it. */
const chat = <const Name extends 'wecom' | 'dingtalk' | 'feishu'>(
  name: Name,
  format: ChatFormat,
  { url, secret, example }: { url: string; secret?: string; example: string },
) => {
  const label: Phrase = labelOf(CHANNEL_CHOICES, name);
  return defineChannel(name, {
    label,
    describe: [
      { name: url, label: { zh: '群机器人地址', en: 'Address of the robot' }, example, isSecret: true },
      ...(secret
        ? [{ name: secret, label: { zh: '加签密钥', en: 'Signing secret' }, example: 'SEC…', isSecret: true }]
        : []),
    ],
    reaches: { contact: 'phone' },
    whyOff: (environment) => {
      const missing = [url, ...(secret ? [secret] : [])].find((one) => !environment[one]);
      return missing
        ? { zh: `未设置 ${missing}，${label.zh}渠道停用`, en: `${missing} is not set: ${label.en} is off` }
        : undefined;
    },
    open: (environment, _hear, now) => ({
      send: (letter) =>
        postChat(format, letter, {
          url: environment[url] ?? '',
          secret: environment[secret ?? ''] ?? '',
          text: chatText(letter, environment),
          now: now(),
        }),
      close: async () => undefined,
    }),
  });
};

export const wecom = chat('wecom', WECOM, {
  url: 'WECOM_WEBHOOK_URL',
  example: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…',
});
export const dingtalk = chat('dingtalk', DINGTALK, {
  url: 'DINGTALK_WEBHOOK_URL',
  secret: 'DINGTALK_SECRET',
  example: 'https://oapi.dingtalk.com/robot/send?access_token=…',
});
export const feishu = chat('feishu', FEISHU, {
  url: 'FEISHU_WEBHOOK_URL',
  secret: 'FEISHU_SECRET',
  example: 'https://open.feishu.cn/open-apis/bot/v2/hook/…',
});
