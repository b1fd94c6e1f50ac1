import type { Phrase } from '../../kernel/phrases.ts';

/** One thing that is not done: where it stands, whose it is, until when. Times are ISO. */
export interface OpenMatter {
  readonly register: string;
  /** Of the register: its page is found by it. */
  readonly plural: string;
  readonly id: string;
  readonly words: Phrase;
  readonly who: string;
  readonly dueAt: string | null;
}

export const MATTER_GROUPS = ['incidents', 'reports', 'orders', 'clocks', 'instructions', 'messages', 'log'] as const;
export type MatterGroup = (typeof MATTER_GROUPS)[number];

export type OpenMatters = Readonly<Record<MatterGroup, readonly OpenMatter[]>>;

export const GROUP_LABELS: Readonly<Record<MatterGroup, Phrase>> = {
  incidents: { zh: '未办结事件', en: 'Open incidents' },
  reports: { zh: '待研判接报', en: 'Reports to be decided' },
  orders: { zh: '待办指令', en: 'Open orders' },
  clocks: { zh: '待续报及时限', en: 'Running time limits' },
  instructions: { zh: '领导批示', en: "Leaders' instructions" },
  messages: { zh: '未应答消息', en: 'Unanswered messages' },
  log: { zh: '日志待跟进', en: 'To be followed from the log' },
};

export const countOf = (matters: OpenMatters): number =>
  MATTER_GROUPS.reduce((sum, group) => sum + matters[group].length, 0);
