import { useEffect } from 'react';
import type { Mark } from '../registers/define.ts';
import { useSay } from './language.ts';

const PRODUCT = { zh: '烽燧', en: 'Fengsui' };
const MARKS = {
  real: { zh: '', en: '' },
  drill: { zh: '【演练】', en: '[DRILL] ' },
  test: { zh: '【测试】', en: '[TEST] ' },
};

/** The name of the tab; a drill says so there, too. */
export function usePageTitle(title: string, mark: Mark = 'real'): void {
  const say = useSay();
  const text = `${say(MARKS[mark])}${title} · ${say(PRODUCT)}`;
  useEffect(() => {
    document.title = text;
  }, [text]);
}
