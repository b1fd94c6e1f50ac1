import { newId } from '../../kernel/ids.ts';
import { execute, type Platform, systemViewer } from '../api/index.ts';
import { keepRuleBook, type RuleBook } from './rule-book.ts';

/** Loads what every kind starts with where it is not there yet, then the book. Before anything that judges by rules. */
export async function startRuleSets(platform: Platform, book: RuleBook): Promise<{ stop(): Promise<void> }> {
  await execute(platform, { id: newId(), name: 'ruleSets.load', input: {} }, systemViewer).catch((error) => {
    if (!isNothingNew(error)) throw error;
  });
  return keepRuleBook(platform, book);
}

const isNothingNew = (error: unknown) => (error as { key?: string }).key === 'rule_set.nothing_new';
