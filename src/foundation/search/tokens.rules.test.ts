import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundWays } from './sounds.rules.ts';
import { normalText, numberToken, numberTokens, termTokens, textTokens, wordsOf } from './tokens.rules.ts';

describe('text as the index knows it', () => {
  it('makes full-width and brackets alike', () => {
    expect(normalText('事［２０２６］１２号　古城ＡＢ')).toBe('事〔2026〕12号 古城ab');
  });

  it('finds a name of two characters by both and by each', () => {
    const tokens = textTokens('张伟', true);
    expect(tokens).toEqual(expect.arrayContaining([...termTokens('张伟'), '张', '伟']));
  });

  it('knows a number by its forms', () => {
    const tokens = numberTokens(normalText('事〔2026〕12号'));
    for (const asked of ['事〔2026〕12号', '〔2026〕12', '(2026)第12号', '２０２６-12', '事12', '12', '[2026]012'])
      expect(tokens, asked).toContain(numberToken(normalText(asked)));
    expect(tokens).not.toContain(numberToken(normalText('令〔2026〕12号')));
    expect(tokens).not.toContain(numberToken(normalText('〔2026〕1')));
  });

  it('cuts a long term into words and leaves no character alone', () => {
    expect(wordsOf('古城南路燃气泄漏')).toEqual(['古城', '南路', '燃气', '泄漏']);
  });

  it('whatever contains a term has the tokens of the term', () => {
    const character = fc.constantFrom(...'张伟古城大街燃气泄漏3号楼ab 91110107〔2026〕，');
    const piece = fc.array(character, { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(
        piece,
        fc.array(fc.constantFrom(...'古城大街燃气张伟'), { minLength: 2, maxLength: 6 }),
        piece,
        (a, term, b) => {
          const tokens = new Set(textTokens(normalText(a + term.join('') + b)));
          return termTokens(term.join('')).every((token) => tokens.has(token));
        },
      ),
    );
  });
});

describe('pinyin as it is typed', () => {
  it.each([
    ['zhangwei', 'zhang wei'],
    ['zhangw', 'zhang w'],
    ['xian', 'xian'],
    ['lvbu', 'lv bu'],
  ])('%s is %s', (letters, first) => expect(soundWays(letters)[0]?.syllables.join(' ')).toBe(first));

  it('knows both readings of xian, and none of letters that are no pinyin', () => {
    expect(soundWays('xian').map(({ syllables }) => syllables.join(' '))).toContain('xi an');
    expect(soundWays('zwm')).toEqual([]);
  });

  it('ends at once, whatever is typed', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,60}$/), (letters) => soundWays(letters).length <= 4));
    expect(soundWays('a'.repeat(200))).toEqual([]);
  });
});
