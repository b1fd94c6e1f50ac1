import { z } from 'zod';
import { labelOf } from '../../registers/types/choice.type.ts';
import { defineChannel, type Hear, type Letter } from '../define.ts';
import { opened, sealed } from '../mqtt/device-words.ts';
import { notNow } from '../post-json.ts';
import { CHANNEL_CHOICES } from './names.rules.ts';

const PATIENCE_MS = 8000;
const RECEIPTS = 'fengsui/receipts';
const receipt = z.object({
  letter: z.string().max(120),
  state: z.enum(['shown', 'failed']),
  reason: z.string().max(100).default(''),
});

/**
 * Sirens, displays and loudspeakers in the area of whoever is told, by MQTT: `fengsui/areas/<area code>/letters`, at least once. A
 * device shows a message once however many of its area it is for, marks a drill, and says so at `fengsui/receipts`. The broker's
 * own acknowledgement is only that it has been handed over.
 */
export const mqtt = defineChannel('mqtt', {
  label: labelOf(CHANNEL_CHOICES, 'mqtt'),
  describe: [
    {
      name: 'MQTT_URL',
      label: { zh: '终端消息服务器（MQTT）', en: 'Broker of the devices (MQTT)' },
      example: 'mqtts://user:password@broker.example:8883',
      isSecret: true,
    },
    {
      name: 'MQTT_SECRET',
      label: { zh: '终端签名密钥', en: 'Secret shared with the devices' },
      example: '32 characters or more',
      isSecret: true,
    },
  ],
  reaches: 'area',
  atOnce: 50,
  whyOff: (environment) => {
    const missing = ['MQTT_URL', 'MQTT_SECRET'].find((one) => !environment[one]);
    return missing
      ? { zh: `未设置 ${missing}，终端渠道停用`, en: `${missing} is not set: devices are off` }
      : undefined;
  },
  open({ MQTT_URL = '', MQTT_SECRET: secret = '' }, hear, now) {
    const connected = import('mqtt').then(({ default: library }) => {
      const client = library.connect(MQTT_URL, {
        reconnectPeriod: 2000,
        connectTimeout: PATIENCE_MS,
        queueQoSZero: false,
      });
      // A broker that is away is not a fault of the program: letters wait, and the client tries again.
      client.on('error', () => undefined);
      client.on('connect', () => client.subscribe(RECEIPTS, { qos: 1 }));
      client.on('message', (topic, words) => {
        if (topic === RECEIPTS) listen(secret, words.toString('utf8'), hear);
      });
      return client;
    });
    return {
      async send(letter) {
        const client = await connected;
        if (!client.connected) throw notNow('MQTT connection');
        const words = sealed(secret, wordsOf(letter, now()));
        await inTime(client.publishAsync(`fengsui/areas/${letter.address}/letters`, words, { qos: 1 }));
        return { kind: 'sent', receipt: letter.address, references: [letter.id] };
      },
      async close() {
        await (await connected).endAsync(true);
      },
    };
  },
});

const wordsOf = ({ id, messageId, mark, priority, heading, text }: Letter, now: Date) => ({
  letter: id,
  message: messageId,
  mark,
  priority,
  heading,
  text: text ?? null,
  sentAt: now.toISOString(),
});

function listen(secret: string, words: string, hear: Hear): void {
  const said = receipt.safeParse(opened(secret, words));
  if (!said.success) return;
  const { letter, state, reason } = said.data;
  // What cannot be stored now is not said again by a device; the ladder goes on without it.
  hear({ kind: 'receipt', reference: letter, isDelivered: state === 'shown', reason }).catch(() => undefined);
}

/** A broker that takes a letter and never acknowledges it must not hold up the next one. */
async function inTime(published: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(notNow('MQTT timeout')), PATIENCE_MS);
  });
  await Promise.race([
    published.catch(() => {
      throw notNow('MQTT connection');
    }),
    late,
  ]).finally(() => clearTimeout(timer));
}
