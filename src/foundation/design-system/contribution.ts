import type { ComponentType } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';

/** Groups of the console's menu, in the order they stand in it. */
export const MENU_GROUPS = {
  situation: { zh: '态势', en: 'Situation' },
  response: { zh: '接报处置', en: 'Response' },
  monitoring: { zh: '监测预警', en: 'Monitoring' },
  prevention: { zh: '预防', en: 'Prevention' },
  preparedness: { zh: '准备', en: 'Preparedness' },
  /** What the district consists of: people, houses, roads, pipes. Looked up from every phase, kept by few. */
  district: { zh: '基础台账', en: 'The district' },
  recovery: { zh: '恢复', en: 'Recovery' },
  oversight: { zh: '考核', en: 'Oversight' },
  settings: { zh: '设置', en: 'Settings' },
} as const satisfies Record<string, Phrase>;

export type MenuGroup = keyof typeof MENU_GROUPS;

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;
// biome-ignore lint/complexity/noBannedTypes: a screen takes no props at all: what it shows stands in its address
type NoProps = {};

/** A page of the console. The address says what it shows: `/incidents/:id`, read with `useParams()`. */
export interface Screen {
  readonly path: string;
  readonly title: Phrase;
  /** `key`: the letter after `G` that goes there. */
  readonly menu?: { readonly group: MenuGroup; readonly order: number; readonly key?: string };
  /** Without it the menu hides the screen and its address answers which right is missing. The server decides anyway. */
  readonly permission?: string;
  /** Plural of the register whose records are shown here, where the path does not say it already: `/incidents/:id` does. */
  readonly records?: string;
  /** Fills the window: neither bar nor menu stand beside it. */
  readonly isWhole?: boolean;
  readonly load: Load<NoProps>;
}

/** A page of the field app, under `/field`. */
export interface FieldScreen {
  readonly path: string;
  readonly title: Phrase;
  /** `big`: the wide button of the thumb zone; `plain`: beside it. */
  readonly menu?: { readonly order: number; readonly size: 'big' | 'plain' };
  readonly permission?: string;
  readonly load: Load<NoProps>;
}

/** A piece for an extension point of an earlier capability: `report.actions`, `incident.tabs`, `shell.duty`, `field.home`. */
export interface PartContribution {
  readonly at: string;
  readonly name: string;
  readonly title?: Phrase;
  readonly order?: number;
  readonly permission?: string;
  /** The props are what the extension point gives; it documents them. */
  readonly load: Load<never>;
}

/** All that one folder contributes to the browser: the content of its `web.ts`. */
export interface WebContribution {
  readonly name: string;
  readonly screens: readonly Screen[];
  readonly fieldScreens: readonly FieldScreen[];
  readonly parts: readonly PartContribution[];
}

export function webContribution(
  contribution: Pick<WebContribution, 'name'> & Partial<WebContribution>,
): WebContribution {
  return { screens: [], fieldScreens: [], parts: [], ...contribution };
}

/** The screens of the menu in its order: by group, then by their own. */
export function menuScreens(contributions: readonly WebContribution[]): Screen[] {
  const groups = Object.keys(MENU_GROUPS);
  const place = ({ menu }: Screen) =>
    menu ? groups.indexOf(menu.group) * 10_000 + menu.order : Number.POSITIVE_INFINITY;
  return contributions
    .flatMap(({ screens }) => screens)
    .filter(({ menu }) => menu !== undefined)
    .sort((one, other) => place(one) - place(other));
}
