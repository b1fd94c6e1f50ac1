import type { Phrase } from '../../kernel/phrases.ts';
import type { OutputOf } from '../api/web.ts';
import { useSay } from '../design-system/web.ts';
import type { board } from './orders.views.ts';

const WORDS = {
  title: { zh: '分派', en: 'Delegated' },
  progress: { zh: '已办结 {done}/{total}', en: '{done} of {total} done' },
  late: { zh: '逾期 {late}', en: '{late} late' },
} as const satisfies Record<string, Phrase>;

/** How far a part is by the parts it was cut into, in words: «已办结 3/5 · 逾期 1». */
export function RollUp({ of }: { of: OutputOf<typeof board>['items'][number]['delegated'] }) {
  const say = useSay();
  if (!of) return null;
  return (
    <span className="soft">
      {say(WORDS.title)} {say(WORDS.progress, of)}
      {of.late > 0 && ` · ${say(WORDS.late, of)}`}
    </span>
  );
}
