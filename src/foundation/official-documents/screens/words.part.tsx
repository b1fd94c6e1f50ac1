import type { Phrase } from '../../../kernel/phrases.ts';
import type { OutputOf } from '../../api/web.ts';
import { officialDocumentLifecycle } from '../official-document.lifecycle.ts';
import type { record } from '../official-documents.views.ts';

export type Document = OutputOf<typeof record>;

const { states } = officialDocumentLifecycle;
const TONES = { draft: 'waiting', submitted: 'active', signed: 'done' } as const;

export const stateLabel = (state: string): Phrase => states[state as keyof typeof states] ?? { zh: state, en: state };
export const toneOf = (state: string) => TONES[state as keyof typeof TONES] ?? 'waiting';

/** 「市应急管理局、区委办公室」 → two names; comma, semicolon and line feed part them as well. */
export const namesIn = (line: string): string[] =>
  line
    .split(/[、，,；;\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
