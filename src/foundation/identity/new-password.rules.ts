import { type AccessRules, passwordFault } from './access.rules.ts';

/** Without what is mistaken for one another when read aloud or copied by hand: 0 O o 1 l I. */
const ALPHABETS = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'] as const;
const GROUPS = 4;
const GROUP_LENGTH = 4;

/**
 * A password to hand over, such as `kWm7-Tr4z-9dHq-pN3x`: four groups, each with all three kinds of characters. One that
 * the rule for new passwords would refuse (`aa` before the first digit reads as a common word) is drawn again.
 */
export function newPassword(rules: AccessRules, random: (below: number) => number = randomBelow): string {
  for (;;) {
    const made = draw(random);
    if (!passwordFault(made, { username: '', isAdministrator: true }, rules)) return made;
  }
}

function draw(random: (below: number) => number): string {
  const one = (alphabet: string) => alphabet[random(alphabet.length)] ?? '';
  return Array.from({ length: GROUPS }, () => {
    const characters = [...ALPHABETS.map(one), one(ALPHABETS.join(''))];
    for (let at = GROUP_LENGTH - 1; at > 0; at -= 1) {
      const other = random(at + 1);
      [characters[at], characters[other]] = [characters[other] ?? '', characters[at] ?? ''];
    }
    return characters.join('');
  }).join('-');
}

/** Evenly distributed: draws again what lies beyond the last whole multiple. */
function randomBelow(below: number): number {
  const whole = 256 - (256 % below);
  for (;;) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < whole) return byte % below;
  }
}
