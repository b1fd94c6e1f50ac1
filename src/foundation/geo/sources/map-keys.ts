import { problem } from '../../../kernel/problems.ts';
import { hostsOf } from '../../outside/index.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The key of an outside map, from `MAP_KEY_<name>`, for the hosts that `MAP_KEY_<name>_HOSTS` names (with those below them): who
 * registers a layer names a key and an address, and must not be able to send the one to an address of his own.
 * @throws `map.key_missing`
 */
export function mapKey(environment: Environment, name: string | null, host: string): string {
  if (!name) return '';
  const key = environment[`MAP_KEY_${name}`];
  const hosts = hostsOf(environment[`MAP_KEY_${name}_HOSTS`]);
  if (!key || !hosts.some((one) => host === one || host.endsWith(`.${one}`)))
    throw problem('map.key_missing', { name, host });
  return key;
}
