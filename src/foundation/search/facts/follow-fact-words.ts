import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Catalogue, type Platform, rowsOf, startWatch } from '../../api/index.ts';
import type { Follower } from '../../changes/index.ts';
import type { FactReader } from '../../timeline/index.ts';
import { textTokens, tightText } from '../tokens.rules.ts';
import { saidIn } from './fact-words.rules.ts';

interface SealedFact {
  readonly id: string;
  readonly position: number;
  readonly kind: string;
  readonly register: string;
  readonly subjectId: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const BATCH = 500;
const MOST_TEXT = 1000;

/**
 * Keeps the words that sealed facts say in public, in the order of the chain. They are read whole again when the declarations
 * of words change: old facts lead to their records as new ones do.
 */
export async function followFactWords(platform: Platform, reader: FactReader): Promise<Follower> {
  const { catalogue, database } = platform;
  const kinds = [...catalogue.factWords.keys()];
  const digest = digestOf(catalogue);

  /** True when there may be more. */
  async function batch(): Promise<boolean> {
    return database.transact(async (tx) => {
      const [at] = await rowsOf<{ position: number; digest: string }>(
        tx,
        sql`select position, digest from search_fact_cursor for update`,
      );
      const isOther = at?.digest !== digest;
      if (isOther) await sql`delete from search_fact`.execute(tx);
      const from = isOther ? 0 : Number(at?.position ?? 0);
      const facts = await rowsOf<SealedFact>(
        tx,
        sql`select id, position, kind, register, subject_id, payload from fact
          where position > ${from} and kind = any(${kinds}::text[]) order by position limit ${BATCH}`,
      );
      const entries = facts.flatMap((fact) => entryOf(catalogue, fact));
      await sql`insert into search_fact (fact_id, register, subject_id, position, words, body, tokens)
        select * from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e(fact_id uuid, register text, subject_id uuid,
          position bigint, words text, body text, tokens text[]) on conflict do nothing`.execute(tx);
      const last = facts.at(-1)?.position ?? from;
      if (isOther || last > from)
        await sql`update search_fact_cursor set position = ${last}, digest = ${digest}`.execute(tx);
      return facts.length === BATCH;
    });
  }
  const watch = startWatch(platform, 'search.facts', async (isStopped) => {
    while (!isStopped() && (await batch()));
    return Number.POSITIVE_INFINITY;
  });
  // Most facts say nothing here: they wake nobody.
  const silence = reader.subscribe((facts) => {
    if (facts.some(({ kind }) => catalogue.factWords.has(kind))) watch.wake();
  });
  return {
    drain: watch.drain,
    async stop() {
      silence();
      await watch.stop();
    },
  };
}

function digestOf({ factWords }: Catalogue): string {
  const declared = [...factWords].map(([kind, words]) => [kind, words]).sort();
  return createHash('sm3').update(JSON.stringify(declared)).digest('hex');
}

function entryOf({ registers, factWords }: Catalogue, fact: SealedFact) {
  const words = saidIn(registers.get(fact.register), factWords.get(fact.kind) ?? [], fact.payload).join('；');
  if (words === '') return [];
  const body = tightText(words).slice(0, MOST_TEXT);
  const { id: fact_id, register, subjectId: subject_id, position } = fact;
  return [{ fact_id, register, subject_id, position, words, body, tokens: [...new Set(textTokens(body))] }];
}
