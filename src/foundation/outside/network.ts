import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** What lies outside this machine, as far as it may be reached from here. */
export interface Network {
  /** Addresses of a host name, in numbers; none where it is not known. */
  resolve(host: string): Promise<readonly string[]>;
  /** May this very address be connected to on behalf of that host? */
  mayReach(host: string, address: string): boolean;
}

const resolve = async (host: string) =>
  (await lookup(host, { all: true, verbatim: true }).catch(() => [])).map(({ address }) => address);

/** Hosts as the environment names them: apart by commas or spaces. */
export const hostsOf = (text = ''): string[] =>
  text
    .toLowerCase()
    .split(/[,\s]+/)
    .filter(Boolean);

/** Ranges that an intranet is made of. The machine itself and its neighbours on the wire are never in them. */
const INTRANET: ReadonlySet<string> = new Set(['private', 'uniqueLocal', 'carrierGradeNat']);

/**
 * For addresses that users type: public ones alone, so that nobody looks through the server into the network it stands in
 * (server-side request forgery). Loopback, link-local, private, multicast and every reserved range are refused, in IPv6 and
 * written into IPv6, too. `intranet` names the hosts, apart by commas, that the operator of the machine lets lie in private ranges.
 */
export function guarded(intranet = ''): Network {
  const inside = new Set(hostsOf(intranet));
  return {
    resolve,
    mayReach(host, address) {
      if (!ipaddr.isValid(address)) return false;
      const range = ipaddr.process(address).range();
      return range === 'unicast' || (INTRANET.has(range) && inside.has(host.toLowerCase()));
    },
  };
}

/** For addresses that only the operator sets, in the environment: they lead wherever the operator says. */
export const configured: Network = { resolve, mayReach: () => true };
