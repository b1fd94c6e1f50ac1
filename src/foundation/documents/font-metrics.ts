/** Widths of one font's characters, read from its own tables, so that lines are measured as they will be drawn. */
export interface FontMetrics {
  /** Advance in parts of the font size (1 = one Chinese character); undefined when the font has no such character. */
  readonly advance: (character: string) => number | undefined;
  /** Height of a line set solid, in parts of the font size. */
  readonly lineHeight: number;
}

/** Reads a TrueType font. Throws when a table it needs is missing; fonts come with our packages, never from users. */
export function readFontMetrics(font: Buffer): FontMetrics {
  const table = (tag: string) => {
    const count = font.readUInt16BE(4);
    for (let at = 12; at < 12 + count * 16; at += 16) {
      if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
    }
    throw new Error(`the font has no table «${tag}»`);
  };
  const unitsPerEm = font.readUInt16BE(table('head') + 18);
  const hhea = table('hhea');
  const hmtx = table('hmtx');
  const metricsCount = font.readUInt16BE(hhea + 34);
  const glyphOf = readCharacterMap(font, table('cmap'));
  return {
    advance: (character) => {
      const glyph = glyphOf(character.codePointAt(0) ?? 0);
      // Glyphs past the last full record share its advance.
      return glyph === 0 ? undefined : font.readUInt16BE(hmtx + 4 * Math.min(glyph, metricsCount - 1)) / unitsPerEm;
    },
    lineHeight: (font.readInt16BE(hhea + 4) - font.readInt16BE(hhea + 6) + font.readInt16BE(hhea + 8)) / unitsPerEm,
  };
}

/** The full Unicode map (format 12), which a font for Chinese must have: rare characters of names lie beyond 16 bits. */
function readCharacterMap(font: Buffer, cmap: number): (codePoint: number) => number {
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4),
  );
  const full = subtables.find((at) => font.readUInt16BE(at) === 12);
  if (full === undefined) throw new Error('the font has no full Unicode character map');
  const groups = font.readUInt32BE(full + 12);
  return (codePoint) => {
    let low = 0;
    let high = groups - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = full + 16 + middle * 12;
      if (codePoint < font.readUInt32BE(at)) high = middle - 1;
      else if (codePoint > font.readUInt32BE(at + 4)) low = middle + 1;
      else return font.readUInt32BE(at + 8) + codePoint - font.readUInt32BE(at);
    }
    return 0;
  };
}
