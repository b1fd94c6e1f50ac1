import { fill, type Language, type Phrase } from '../../kernel/phrases.ts';
import { createStore, useStore } from '../live/web.ts';

const KEY = 'fengsui.language';
const LANG: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

const language = createStore<Language>(localStorage.getItem(KEY) === 'en' ? 'en' : 'zh');
document.documentElement.lang = LANG[language.get()];

export type Say = (phrase: Phrase, params?: Readonly<Record<string, unknown>>) => string;

/** Words of a phrase in the language of this screen; `{name}` places are filled from `params`. */
export function useSay(): Say {
  const current = useStore(language);
  return (phrase, params) => (params ? fill(phrase, params) : phrase)[current];
}

export function useLanguage(): Language {
  return useStore(language);
}

/** Chinese is the house's language; a choice is kept on this machine. */
export function setLanguage(next: Language): void {
  localStorage.setItem(KEY, next);
  document.documentElement.lang = LANG[next];
  language.set(next);
}
