import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { Aedes } from 'aedes';
import pg from 'pg';
import { routeOf } from '../src/foundation/api/routes.ts';
import { newId } from '../src/kernel/ids.ts';
import { signIn } from '../tests/support/server-process.ts';
import type { Figure } from './machine.ts';
import { onStand } from './stand.ts';

const PEOPLE = 10_000;
const SEND = routeOf('messages.send', 'command', false);
const AREA = '110107099';

/** Ten thousand addressees, each with a ladder and a state of their own, handed to a channel whose counterpart counts them. */
export async function linkage(): Promise<Figure[]> {
  const broker = await Aedes.createBroker();
  const server = createServer(broker.handle);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  let letters = 0;
  broker.on('publish', ({ topic }) => {
    if (topic.startsWith('fengsui/areas/')) letters += 1;
  });
  const settings = {
    MQTT_URL: `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    MQTT_SECRET: 'a secret of the devices',
  };
  try {
    return await onStand(
      'server',
      ({ server: { url }, databaseUrl }) => measure(url, databaseUrl, () => letters),
      settings,
    );
  } finally {
    await new Promise<void>((done) => broker.close(() => done()));
    server.close();
  }
}

async function measure(url: string, connectionString: string | undefined, letters: () => number): Promise<Figure[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await fill(client);
    const cookie = await signIn(url, 'zhiban');
    const began = performance.now();
    const answer = await fetch(`${url}${SEND.path}`, {
      method: SEND.method,
      headers: { 'content-type': 'application/json', cookie, 'idempotency-key': newId() },
      body: JSON.stringify({
        addressees: [{ kind: 'role_in_area', input: { role: 'contact', areaCode: AREA } }],
        heading: '测速',
        priority: 'urgent',
        asks: 'receipt',
        channels: ['mqtt'],
      }),
    });
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    const { id } = (await answer.json()) as { id: string };
    const queued = performance.now() - began;
    for (;;) {
      const { rows } = await client.query<{ left: number }>(
        `select count(*)::int as left from delivery where message_id = $1 and channel = 'mqtt' and state = 'queued'`,
        [id],
      );
      if (rows[0]?.left === 0) break;
      console.log(Math.round(performance.now() - began), rows[0]?.left, letters());
      if (performance.now() - began > 60000) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const handedOver = performance.now() - began;
    if (letters() < PEOPLE) throw new Error(`the counterpart has ${letters()} letters of ${PEOPLE}`);
    return [
      { what: `${PEOPLE} addressees frozen and queued`, value: queued, unit: 'ms' },
      { what: `${PEOPLE} letters handed over, each with its state`, value: handedOver, unit: 'ms', most: 10_000 },
    ];
  } finally {
    await client.end();
  }
}

/** A unit of ten thousand contacts, written as plain rows. */
async function fill(client: pg.Client): Promise<void> {
  const columns = async (table: string) => {
    const { rows } = await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`,
      [table],
    );
    return rows.map(({ name }) => name);
  };
  /** Copies of one row of a table with some columns of their own. */
  const copies = async (table: string, from: string, own: Record<string, string>) => {
    const names = await columns(table);
    // Contacts are sealed under a person's own key, and nobody is reached by them here.
    const isContact = (name: string) => /phone|email/.test(name);
    const values = names.map((name) => own[name] ?? (isContact(name) ? 'null' : `s."${name}"`));
    await client.query(
      `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) select ${values.join(', ')} from ${from}`,
    );
  };
  const one = `(select * from unit where kind = 'community' order by path limit 1) s`;
  const unit = newId();
  await copies('unit', one, {
    id: `'${unit}'`,
    number: 'null',
    path: `s.path || 'bench/'`,
    area_code: `'${AREA}001'`,
    name: `'测速社区'`,
  });
  const post = newId();
  await copies('post', `(select * from post order by id limit 1) s`, {
    id: `'${post}'`,
    number: 'null',
    unit_id: `'${unit}'`,
    role: `'contact'`,
  });
  const many = `generate_series(1, ${PEOPLE}) n`;
  await copies('person', `(select * from person order by id limit 1) s cross join ${many}`, {
    id: `md5('bench ' || n)::uuid`,
    number: 'null',
    owner_unit_id: `'${unit}'`,
    name: `'测速' || n`,
  });
  await copies(
    'appointment',
    `(select * from appointment where deputises_for is null and valid_to is null limit 1) s cross join ${many}`,
    {
      id: `md5('bench appointment ' || n)::uuid`,
      number: 'null',
      person_id: `md5('bench ' || n)::uuid`,
      post_id: `'${post}'`,
    },
  );
}
