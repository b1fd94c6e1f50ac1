/**
 * The page of GB/T 9704-2012 in points (1/72 inch): A4, 版心 156 × 225 mm, 22 lines of 28 characters.
 * Both formats take every length from here.
 */
export const POINTS_PER_MILLIMETRE = 72 / 25.4;

const millimetres = (value: number) => value * POINTS_PER_MILLIMETRE;

export const SHEET = {
  width: millimetres(210),
  height: millimetres(297),
  top: millimetres(37),
  left: millimetres(28),
  right: millimetres(26),
  bottom: millimetres(35),
  textWidth: millimetres(156),
  textHeight: millimetres(225),
  charactersPerLine: 28,
  /** 225 mm ÷ 22 lines, rounded down to what Word can express. */
  linePitch: 28.95,
  /** From the upper edge of the type area to the red head. */
  redHeadDrop: millimetres(35),
  /** From the number line to the red rule. */
  redRuleGap: millimetres(4),
  /** From the lower edge of the type area to the page number. */
  pageNumberGap: millimetres(7),
} as const;

/** 字号: the sizes word processors give to the Chinese size names. */
export const SIZE = { two: 22, three: 16, four: 14, smallFour: 12 } as const;

/** Type size of a table in points: 小四, and smaller when its columns are many. */
export function tableSize(columns: number): number {
  return columns <= 8 ? SIZE.smallFour : columns <= 12 ? 10.5 : 9;
}

/** Size of the red head in points: as large as one line allows, but neither shouting nor smaller than the title. */
export const RED_HEAD = { largest: 42, smallest: 24 } as const;

/** 版记: 首末条分隔线 0.35 mm, 中间 0.25 mm. */
export const IMPRINT_RULES = { outer: millimetres(0.35), inner: millimetres(0.25), pitch: 26 } as const;

/** 印章: the round seal of a district's office is 42 mm wide. */
export const SEAL = millimetres(42);

export const RED = '#ff0000';

/** Black and white on purpose: red, orange, yellow and blue are kept for warnings, and duty rooms print in grey. */
export const BAND = { fill: '#3d3d3d', text: '#ffffff' } as const;
