import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { Aedes } from 'aedes';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Heard, Letter } from '../define.ts';
import { opened, sealed } from '../mqtt/device-words.ts';
import { mqtt } from './mqtt.channel.ts';

const SECRET = 'a secret of the devices';
const letter: Letter = {
  id: '01900000-0000-7000-8000-000000000001',
  messageId: '01900000-0000-7000-8000-000000000002',
  address: '110107003007',
  heading: { zh: '【演练】请转移', en: '[DRILL] Leave' },
  text: { zh: '到古城中学', en: 'to the school' },
  mark: 'drill',
  priority: 'extra_urgent',
  asks: 'nothing',
  choices: [],
};

describe('sirens, displays and loudspeakers', () => {
  let broker: Aedes;
  let server: Server;
  let url: string;
  let device: MqttClient;
  const shown: Record<string, unknown>[] = [];
  const heard: Heard[] = [];
  const until = async (isSo: () => boolean) => {
    for (let go = 0; go < 400 && !isSo(); go += 1) await new Promise((done) => setTimeout(done, 25));
    expect(isSo()).toBe(true);
  };

  /** A display of the community: shows each message once, says so for each letter, believes only what is signed. */
  beforeAll(async () => {
    broker = await Aedes.createBroker();
    server = createServer(broker.handle);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    url = `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`;
    device = await connectAsync(url);
    await device.subscribeAsync('fengsui/areas/110107003007/letters', { qos: 1 });
    device.on('message', (_topic, words) => {
      const said = opened(SECRET, words.toString()) as { letter: string; message: string } | undefined;
      if (!said) return;
      if (!shown.some(({ message }) => message === said.message)) shown.push(said);
      device.publish('fengsui/receipts', sealed(SECRET, { letter: said.letter, state: 'shown' }), { qos: 1 });
    });
  });
  afterAll(async () => {
    await device?.endAsync(true);
    await new Promise<void>((done) => broker.close(() => done()));
    server.close();
  });

  const open = () => {
    const channel = mqtt.open?.(
      { MQTT_URL: url, MQTT_SECRET: SECRET },
      async (one) => void heard.push(one),
      () => new Date('2026-06-11T02:40:00Z'),
    );
    if (!channel) throw new Error('devices are told');
    return channel;
  };
  const sent = async (channel: ReturnType<typeof open>, one = letter) => {
    for (let go = 0; ; go += 1) {
      try {
        return await channel.send(one);
      } catch (error) {
        if (go > 200) throw error;
        await new Promise((done) => setTimeout(done, 25));
      }
    }
  };

  it('shows a message once with its mark, and says so for each letter', async () => {
    const channel = open();
    expect(await sent(channel)).toEqual({ kind: 'sent', receipt: '110107003007', references: [letter.id] });
    await sent(channel, { ...letter, id: '01900000-0000-7000-8000-000000000003' });
    await until(() => heard.length === 2);
    expect(shown).toMatchObject([{ mark: 'drill', heading: letter.heading, text: letter.text }]);
    expect(heard[0]).toEqual({ kind: 'receipt', reference: letter.id, isDelivered: true, reason: '' });
    await channel.close();
  });

  it('believes no receipt that is not signed, and no device believes a stranger’s alarm', async () => {
    const channel = open();
    await sent(channel);
    await until(() => heard.length === 3);
    const [before, seen] = [heard.length, shown.length];
    const stranger = await connectAsync(url);
    await stranger.publishAsync('fengsui/receipts', sealed('guessed', { letter: letter.id, state: 'failed' }), {
      qos: 1,
    });
    await stranger.publishAsync('fengsui/receipts', '{', { qos: 1 });
    await stranger.publishAsync(
      'fengsui/areas/110107003007/letters',
      sealed('guessed', { letter: 'x', message: 'y' }),
      {
        qos: 1,
      },
    );
    // In order on the same topics: what comes after has been heard after.
    await sent(channel, { ...letter, id: '01900000-0000-7000-8000-000000000004' });
    await until(() => heard.length > before);
    expect(heard.at(-1)).toMatchObject({ reference: '01900000-0000-7000-8000-000000000004' });
    expect(heard).toHaveLength(before + 1);
    expect(shown).toHaveLength(seen);
    await stranger.endAsync(true);
    await channel.close();
  });

  it('waits for a broker that is away', async () => {
    const channel = mqtt.open?.(
      { MQTT_URL: 'mqtt://127.0.0.1:1', MQTT_SECRET: SECRET },
      async () => undefined,
      () => new Date(),
    );
    await expect(channel?.send(letter)).rejects.toMatchObject({ code: 'MQTT connection' });
    await channel?.close();
    expect(mqtt.whyOff({ MQTT_URL: url })?.zh).toContain('MQTT_SECRET');
  });
});
