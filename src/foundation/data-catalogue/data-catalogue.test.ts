import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

interface File {
  entry: { heldBy: { zh: string } | null; total: number | null; consumers: number; personalFields: number };
  consumers: { name: string; purpose: string; lastUsedAt: string | null }[];
  accesses: { detail: string; actor: string }[] | null;
}

inDistrict('data catalogue', (district) => {
  it('names every register for everybody, and tells nothing of what somebody may not read', async () => {
    const room = await district().as('zhiban');
    const contact = await district().as('ranqi');
    const of = async (who: typeof room) =>
      new Map(
        (await who.sees<{ items: (File['entry'] & { name: string })[] }>('dataCatalogue.list')).items.map((one) => [
          one.name,
          one,
        ]),
      );
    const [known, seen] = [await of(room), await of(contact)];
    expect(known.size).toBe(seen.size);
    expect(known.get('resident')).toMatchObject({ heldBy: { zh: '区大数据平台人口库' }, personalFields: 4 });
    expect(known.get('resident')?.total).toBeGreaterThan(10);
    expect(seen.get('resident')?.total).toBeNull();
    const file = await contact.sees<File>('dataCatalogue.record', { register: 'resident' });
    expect(file.accesses).toBeNull();
  });

  it('a key for one register reads it and nothing else, does nothing, and stands in the catalogue with its purpose', async () => {
    const room = await district().as('zhiban');
    const { body: session } = await room.get('/api/session');
    const hatId = (session as unknown as { hats: { id: string }[] }).hats[0]?.id;
    const json = { 'content-type': 'application/json' };
    const issue = (scope: object) =>
      room.post('/api/api-keys/issue', { name: '排水调度系统', hatId, days: 30, scope }, json);
    expect((await issue({ registers: ['pump_station'], purpose: '查' })).status).toBe(400);
    const { status, body } = await issue({ registers: ['pump_station'], purpose: '汛期排水联合调度' });
    expect(status).toBe(200);
    const app = district().server.app;
    const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
      const headers = { authorization: `Bearer ${body.key}`, host: 'localhost' };
      return app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    };
    const list = await ask('GET', '/api/pump-stations');
    expect(list.statusCode).toBe(200);
    expect(list.json<{ items: object[] }>().items.length).toBeGreaterThan(0);
    for (const url of ['/api/residents', '/api/orders/board', '/api/rivers', '/api/sunken-overpasses'])
      expect([url, (await ask('GET', url)).statusCode]).toEqual([
        url,
        expect.toSatisfy((code) => code === 403 || code === 404),
      ]);
    expect((await ask('GET', '/ogc/collections')).body).not.toContain('residents');
    const written = await ask('POST', '/api/pump-stations/register', {
      name: '新泵站',
      pumpKind: 'rain',
      at: { lng: 116.2, lat: 39.9 },
    });
    expect(written.json()).toMatchObject({ key: 'api_key.reads_only' });
    expect((await ask('GET', '/api/pump-stations/sheet?format=csv')).statusCode).toBe(200);
    const file = await room.sees<File>('dataCatalogue.record', { register: 'pump_station' });
    expect(file.consumers).toMatchObject([{ name: '排水调度系统', purpose: '汛期排水联合调度' }]);
    expect(file.consumers[0]?.lastUsedAt).not.toBeNull();
    expect(file.accesses?.[0]?.detail).toContain('排水调度系统');
  });
});
