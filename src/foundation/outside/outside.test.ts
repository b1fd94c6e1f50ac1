import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Problem } from '../../kernel/problems.ts';
import { askOutside } from './ask-outside.ts';
import { guarded, type Network } from './network.ts';

const server = createServer((request, response) => {
  if (request.url === '/hangs') return;
  if (request.url === '/drips') response.write('a');
  else response.end(request.headers.host);
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Every name is the loopback; the second question of a name would lead elsewhere. */
function here(): Network & { asked: number } {
  const network = {
    asked: 0,
    resolve: async () => {
      network.asked += 1;
      return network.asked > 1 ? ['192.0.2.1'] : ['127.0.0.1'];
    },
    mayReach: (_host: string, address: string) => address === '127.0.0.1',
  };
  return network;
}
const ask = (path: string, network: Network = here()) =>
  askOutside(network, new URL(`http://map.example:${port}${path}`), {
    timeoutMs: 150,
    mostBytes: 100,
    redirects: { most: 0, within: 'origin' },
  }).catch((error) => (error instanceof Problem ? [error.key, error.phrase.zh] : error));

it('connects to the address that was judged, under the name that was asked for', async () => {
  const network = here();
  expect(String((await ask('/', network)).bytes)).toBe(`map.example:${port}`);
  expect(network.asked).toBe(1);
});

it('waits for a silent server, a dripping one and a silent name server only as long as it was told', async () => {
  for (const path of ['/hangs', '/drips'])
    expect(await ask(path)).toEqual(['external.unreachable', expect.stringContaining('超时')]);
  const network = { ...here(), resolve: () => new Promise<string[]>(() => {}) };
  expect(await ask('/', network)).toEqual(['external.unreachable', expect.stringContaining('超时')]);
});

it.each([
  ['39.156.66.10', true],
  ['240e:e9:6002:15c:0:ff:b015:146f', true],
  ['127.0.0.1', false],
  ['127.8.9.1', false],
  ['0.0.0.0', false],
  ['10.2.3.4', false],
  ['172.20.1.1', false],
  ['192.168.0.9', false],
  ['100.64.3.2', false],
  ['169.254.169.254', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fc00::7', false],
  ['::ffff:10.0.0.1', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
  ['no address', false],
])('%s may be reached from addresses that users type: %s', (address, expected) => {
  expect(guarded().mayReach('map.example', address)).toBe(expected);
});

it('reaches the intranet for the hosts that the operator names, and the machine itself for none', () => {
  const network = guarded('gis.example, 10.0.0.8');
  expect(network.mayReach('GIS.example', '10.20.0.4')).toBe(true);
  expect(network.mayReach('10.0.0.8', '10.0.0.8')).toBe(true);
  expect(network.mayReach('other.example', '10.20.0.4')).toBe(false);
  for (const address of ['127.0.0.1', '::1', '169.254.169.254', 'fe80::1'])
    expect([address, network.mayReach('gis.example', address)]).toEqual([address, false]);
});
