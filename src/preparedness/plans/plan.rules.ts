import type { Phrase } from '../../kernel/phrases.ts';

/** When an action is due, counted from T0, the moment of activation: `T0+10分`, `T0+6小时`, `T0+1小时30分`. */
export function offsetText(minutes: number): Phrase {
  if (minutes === 0) return { zh: 'T0', en: 'T0' };
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return {
    zh: `T0+${hours > 0 ? `${hours}小时` : ''}${rest > 0 ? `${rest}分` : ''}`,
    en: `T0+${[hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ')}`,
  };
}
