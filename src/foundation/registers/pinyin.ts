import { match } from 'pinyin-pro';

/** Do the letters spell the Chinese text, whole or by initials: `gcjd`, `guchengjd` for 古城街道? */
export function isReadAs(text: string, letters: string): boolean {
  const asked = letters.toLowerCase();
  return /[\u4e00-\u9fff]/.test(text) && match(text, asked, { continuous: true }) !== null;
}
