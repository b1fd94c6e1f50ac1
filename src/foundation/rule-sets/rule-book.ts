import { sql } from 'kysely';
import type { Catalogue, Platform } from '../api/index.ts';
import { rowsOf } from '../api/index.ts';
import type { RuleInForce, RuleReader, RuleSetDefinition } from './define.ts';
import { lifted } from './values.rules.ts';

export const RULES_CHANNEL = 'rule_sets';

/** What a lost message between replicas can cost at most. */
const LOOKED_AFTER_MS = 15_000;

/** The versions in force, in the memory of one process; reading them costs nothing. */
export interface RuleBook {
  readonly read: RuleReader;
  load(platform: Platform): Promise<void>;
}

/** By the catalogue of the process, so that a command can make its own process forget before it answers. */
const books = new WeakMap<Catalogue, () => Promise<void>>();

export function ruleBook(): RuleBook {
  let versions = new Map<string, RuleInForce[]>();
  return {
    read<Values>(kind: RuleSetDefinition<Values>, at: Date): RuleInForce<Values> {
      const known = versions.get(kind.name) ?? [initialOf(kind)];
      // Latest first. What lies before the first version is judged by the first: there is no other.
      const found = known.find((version) => version.since <= at) ?? known.at(-1);
      return found as RuleInForce<Values>;
    },
    async load(platform) {
      versions = await loadVersions(platform);
    },
  };
}

function initialOf<Values>(kind: RuleSetDefinition<Values>): RuleInForce<Values> {
  const { values, citation, isAssumed, effectiveFrom } = kind.initial;
  return { kind: kind.name, version: 1, values, citation, isAssumed, since: new Date(effectiveFrom) };
}

interface Row {
  kind: string;
  versionNumber: number;
  values: unknown;
  citation: string;
  isAssumed: boolean;
  inForceFrom: Date;
}

async function loadVersions({ database, catalogue, log }: Platform): Promise<Map<string, RuleInForce[]>> {
  const rows = await database.transact(
    (tx) =>
      rowsOf<Row>(
        tx,
        sql`select kind, version_number, values, citation, is_assumed, in_force_from from rule_set_version
          where state = 'approved' order by in_force_from desc, version_number desc`,
      ),
    { readOnly: true },
  );
  const versions = new Map<string, RuleInForce[]>();
  for (const { kind: name, versionNumber, values, citation, isAssumed, inForceFrom } of rows) {
    const kind = catalogue.ruleSets.get(name);
    if (!kind) continue;
    try {
      const version = { kind: name, version: versionNumber, citation, isAssumed, since: inForceFrom };
      const list = versions.get(name) ?? [];
      versions.set(name, [...list, { ...version, values: lifted(kind, values) }]);
    } catch (error) {
      // A bound that a newer release has tightened: the version before it holds rather than a figure nobody allows.
      log('error', 'rule_set.version_unusable', {
        kind: name,
        version: versionNumber,
        reason: (error as Error).message,
      });
    }
  }
  return versions;
}

/** After the commit of a command that changed what is in force: this process knows before the command is answered. */
export async function reloadRules(catalogue: Catalogue): Promise<void> {
  await books.get(catalogue)?.();
}

/** Loads the book and keeps it true: at once on a message of another replica, else within seconds. */
export async function keepRuleBook(platform: Platform, book: RuleBook): Promise<{ stop(): Promise<void> }> {
  let loading: Promise<void> = Promise.resolve();
  // One after the other, so that an older answer never overwrites a newer one.
  const reload = () => {
    loading = loading.catch(() => undefined).then(() => book.load(platform));
    return loading;
  };
  const tryReload = () =>
    void reload().catch((error: Error) => platform.log('warn', 'rule_set.not_reloaded', { reason: error.message }));
  const silence = await platform.database.listen(RULES_CHANNEL, tryReload);
  books.set(platform.catalogue, reload);
  await reload();
  const timer = setInterval(tryReload, LOOKED_AFTER_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      books.delete(platform.catalogue);
      await silence();
      await loading.catch(() => undefined);
    },
  };
}
