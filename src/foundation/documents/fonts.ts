import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type FontMetrics, readFontMetrics } from './font-metrics.ts';

/**
 * Faces of a PDF. The fonts a Chinese office prints with (小标宋, 仿宋, 楷体) may not be given away, so a PDF uses free ones of
 * the same weight; a DOCX names the office's own.
 */
export type Face = 'Song' | 'SongBold' | 'Hei';

const FILES: Record<Face, string> = {
  Song: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  SongBold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  Hei: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
};

export const FACES = Object.keys(FILES) as Face[];

export interface LoadedFont {
  readonly file: Buffer;
  readonly metrics: FontMetrics;
}

const loaded = new Map<Face, LoadedFont>();
const { resolve } = createRequire(import.meta.url);

/** A font's file and metrics, read once per thread: together the three take about 40 MB. */
export function loadFont(face: Face): LoadedFont {
  const known = loaded.get(face);
  if (known) return known;
  const file = readFileSync(resolve(FILES[face]));
  const font = { file, metrics: readFontMetrics(file) };
  loaded.set(face, font);
  return font;
}

/** Stands for a character the face lacks (an emoji, a character never encoded in it): seen, not lost in silence. */
export const MISSING = '□';

/** Text as the face can show it. */
export function showable(text: string, face: Face): string {
  const { advance } = loadFont(face).metrics;
  let shown = '';
  for (const character of text) {
    if (advance(character) !== undefined) shown += character;
    else if (!/[\p{M}\p{Emoji_Modifier}]/u.test(character)) shown += MISSING;
  }
  return shown;
}

/** Measures characters of a face at a size, in points. */
export function measureOf(face: Face, size: number): (character: string) => number {
  const { advance } = loadFont(face).metrics;
  return (character) => (advance(character) ?? 1) * size;
}

/** Width of a text in points. */
export function widthOf(text: string, face: Face, size: number): number {
  const measure = measureOf(face, size);
  let width = 0;
  for (const character of text) width += measure(character);
  return width;
}
