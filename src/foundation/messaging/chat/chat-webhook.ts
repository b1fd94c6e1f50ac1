import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Environment, Letter } from '../define.ts';
import { notNow, postJson } from '../post-json.ts';

/** A robot of a group chat, as its company wants to be spoken to. */
export interface ChatFormat {
  /** Address and body of one letter, signed where the company asks for it. */
  compose(
    letter: Letter,
    robot: { url: string; secret: string; text: string; now: Date },
  ): { url: string; body: object };
  /** Code of the answer: 0 is «taken», the others in `busy` pass. */
  readonly busy: readonly number[];
}

const PATIENCE_MS = 8000;
const answered = z.object({ errcode: z.number() }).or(z.object({ code: z.number() }));

/**
 * What goes into a chat: the heading, which names records and never people, and where to read and answer. The text stays here,
 * because the group is the company's and not the district's.
 */
export function chatText({ heading, asks }: Letter, { PUBLIC_URL }: Environment): string {
  const place = PUBLIC_URL ? `${PUBLIC_URL.replace(/\/$/, '')}/messages` : '平台「消息」';
  return `${heading.zh}\n${asks === 'nothing' ? '详见' : '请尽快查看并答复：'}${place}`;
}

/** @throws «not now» for a dead, hanging, flooding or lying robot, and where it says that it is too much at once */
export async function postChat(
  format: ChatFormat,
  letter: Letter,
  robot: { url: string; secret: string; text: string; now: Date },
) {
  const { url, body } = format.compose(letter, robot);
  const answer = await postJson(url, JSON.stringify(body), { patience: PATIENCE_MS });
  if (answer.status !== 200) throw notNow(`HTTP ${answer.status}`);
  const said = answered.safeParse(answer.body);
  if (!said.success) throw notNow('no answer of a chat robot');
  const code = 'errcode' in said.data ? said.data.errcode : said.data.code;
  if (code === 0) return { kind: 'sent' as const, receipt: '0' };
  if (format.busy.includes(code)) throw notNow(`code ${code}`);
  return { kind: 'refused' as const, reason: `code ${code}` };
}

const hmac = (key: string, data: string) => createHmac('sha256', key).update(data).digest('base64');

/** 企业微信群机器人: its key stands in the address; whoever is meant is mentioned by mobile. 45009: too often. */
export const WECOM: ChatFormat = {
  busy: [-1, 45009, 45033],
  compose: ({ address }, { url, text }) => ({
    url,
    body: { msgtype: 'text', text: { content: text, mentioned_mobile_list: [address] } },
  }),
};

/** 钉钉自定义机器人, 加签: milliseconds and secret, signed by the secret, in the address. 130101: too often. */
export const DINGTALK: ChatFormat = {
  busy: [-1, 130101, 410100],
  compose: ({ address }, { url, secret, text, now }) => {
    const signed = new URL(url);
    const timestamp = String(now.getTime());
    signed.searchParams.set('timestamp', timestamp);
    signed.searchParams.set('sign', hmac(secret, `${timestamp}\n${secret}`));
    return {
      url: signed.href,
      body: {
        msgtype: 'text',
        text: { content: `${text}\n@${address}` },
        at: { atMobiles: [address], isAtAll: false },
      },
    };
  },
};

/** 飞书自定义机器人, 签名校验: seconds and secret are the key over nothing, in the body. 11232, 9499: too often. */
export const FEISHU: ChatFormat = {
  busy: [9499, 11232],
  compose: (_letter, { url, secret, text, now }) => {
    const timestamp = String(Math.floor(now.getTime() / 1000));
    return {
      url,
      body: { timestamp, sign: hmac(`${timestamp}\n${secret}`, ''), msg_type: 'text', content: { text } },
    };
  },
};
