import { createHash } from 'node:crypto';
import { grantsOf, type Viewer } from '../../identity/define.ts';
import type { Fact } from '../../timeline/define.ts';
import type { Layer } from '../layer.rules.ts';
import { type LastFacts, lastFacts } from './last-facts.rules.ts';

interface Reader {
  subscribe(hear: (facts: readonly Fact[]) => void): () => void;
  position(): number;
}

/**
 * Names what a viewer would see of a layer now, without looking: who looks with which reach, and the last fact about the
 * register. A browser that holds a tile of the same name is told «unchanged», and the database is not asked.
 */
export function tileTags(reader: Reader) {
  // Another process, or a restored database, may count the same positions for other facts.
  const life = crypto.randomUUID();
  const last = new Map<string, LastFacts>();
  const since = reader.position();
  reader.subscribe((facts) => {
    for (const { register, concerns, position, happenedAt } of facts)
      for (const name of [register, ...concerns.map((other) => other.register)]) {
        const known = last.get(name) ?? lastFacts();
        last.set(name, known);
        known.hear(happenedAt, position ?? 0);
      }
  });
  /** With a moment: names what stood then. Only a fact that is dated back to before it makes that another one. */
  return (layer: Layer, viewer: Viewer, moment?: Date): string => {
    const reach = layer.register.isPublicInside ? ['all'] : reachOf(layer, viewer);
    // A part in a record can be given by a fact about something else.
    const isWide = reach.some((one) => one.startsWith('involved') || one.startsWith('own'));
    const position = isWide ? reader.position() : (last.get(layer.register.name)?.until(moment) ?? since);
    return createHash('sha256')
      .update([life, layer.id, layer.edition ?? '', moment?.toISOString() ?? '', position, ...reach].join('\n'))
      .digest('base64url')
      .slice(0, 22);
  };
}

function reachOf({ read }: Layer, viewer: Viewer): string[] {
  const grants = grantsOf(read, viewer.hats).map(({ scope, hat }) => {
    if (scope === 'all') return 'all';
    if (scope === 'area') return `area ${hat.unit.areaCode}`;
    return `${scope} ${hat.unit.path} ${scope === 'unit' ? '' : viewer.personId}`;
  });
  return [...new Set(grants)].sort();
}
