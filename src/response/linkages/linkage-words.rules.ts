import type { Phrase } from '../../kernel/phrases.ts';

/** The figures of the board and of its paper, in the order in which they are read. */
export const FIGURE_WORDS = {
  addressees: { zh: '对象', en: 'Addressees' },
  handedOver: { zh: '已发出', en: 'Handed over' },
  delivered: { zh: '已送达', en: 'Delivered' },
  read: { zh: '已阅', en: 'Read' },
  answered: { zh: '已答复', en: 'Answered' },
  silent: { zh: '未应答', en: 'Silent' },
  wrong: { zh: '号码有误', en: 'Wrong number' },
  withHuman: { zh: '待专人处置', en: 'With a human' },
  settled: { zh: '已落实', en: 'Settled' },
} as const satisfies Record<string, Phrase>;

export const REACH_WORDS = {
  waiting: { zh: '待发', en: 'Waiting' },
  handed_over: { zh: '已发出', en: 'Handed over' },
  delivered: { zh: '已送达', en: 'Delivered' },
  read: { zh: '已阅', en: 'Read' },
  answered: { zh: '已答复', en: 'Answered' },
  failed: { zh: '未送达', en: 'Not delivered' },
} as const satisfies Record<string, Phrase>;

export const LADDER_STATES = {
  climbing: { zh: '等待应答', en: 'Waiting' },
  with_human: { zh: '待专人处置', en: 'With a named human' },
  confirmed: { zh: '已应答', en: 'Confirmed' },
  taken_over: { zh: '已接手', en: 'Taken over' },
  stopped: { zh: '事项已了', en: 'No longer needed' },
} as const satisfies Record<string, Phrase>;
