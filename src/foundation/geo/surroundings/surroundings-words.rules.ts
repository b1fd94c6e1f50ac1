import type { Phrase } from '../../../kernel/phrases.ts';
import { pointText } from '../map.rules.ts';
import { areaText, lengthText } from '../measure.rules.ts';

/** What words need of a result. */
export interface Told {
  readonly origin: {
    readonly kind: string;
    readonly lng: number;
    readonly lat: number;
    readonly areaName: string;
    readonly title: string | null;
  };
  readonly reach: {
    readonly metres: number | null;
    readonly minutes: number | null;
    readonly way: 'roads' | 'no_graph' | 'far_from_roads';
    readonly squareMetres: number;
  };
  readonly rules: {
    readonly speed: number;
    readonly detour: number;
    readonly snapMetres: number;
    readonly sideMetres: number;
    readonly isAssumed: boolean;
  };
}

/** Around what. */
export function originWords({ origin }: Told): Phrase {
  // A title that quotes is not quoted again.
  if (origin.title?.includes('「')) return { zh: origin.title, en: origin.title };
  if (origin.title) return { zh: `「${origin.title}」`, en: `“${origin.title}”` };
  const at = pointText(origin);
  const place = origin.areaName ? `${origin.areaName}（${at}）` : at;
  return origin.kind === 'area'
    ? { zh: `${origin.areaName}圈画区域（中心 ${at}）`, en: `the drawn area (middle ${at})` }
    : { zh: place, en: place };
}

/** How far. */
export function reachWords({ reach }: Told): Phrase {
  const { metres, minutes, way } = reach;
  if (minutes !== null)
    return way === 'roads'
      ? { zh: `道路 ${minutes} 分钟`, en: `${minutes} minutes by road` }
      : { zh: `约 ${minutes} 分钟（直线估算）`, en: `about ${minutes} minutes (straight)` };
  if (metres === 0) return { zh: '范围内', en: 'within it' };
  const length = lengthText(metres ?? 0);
  return { zh: `${length} 以内`, en: `within ${length}` };
}

export function titleWords(told: Told): Phrase {
  const [origin, reach] = [originWords(told), reachWords(told)];
  return { zh: `${origin.zh}周边 ${reach.zh}`, en: `Around ${origin.en}: ${reach.en}` };
}

/** How minutes were reckoned, and how large the ground is: said on every screen and paper that tells them. */
export function basisWords({ reach, rules }: Told): Phrase[] {
  const { speed, detour, snapMetres, sideMetres, isAssumed } = rules;
  const assumed = isAssumed ? { zh: '（假定值）', en: ' (assumed)' } : { zh: '', en: '' };
  const minutes = {
    zh: `按平均车速 ${speed} 公里/小时折算${assumed.zh}`,
    en: `at a mean speed of ${speed} km/h${assumed.en}`,
  };
  const ways: Record<Told['reach']['way'], Phrase> = {
    roads: {
      zh: `道路分钟沿路网长度${minutes.zh}；路网只有长度，不含限速、信号灯和拥堵。`,
      en: `Minutes follow the lengths of the road graph ${minutes.en}; it knows no limits, lights or jams.`,
    },
    no_graph: {
      zh: `没有可用路网：分钟以直线距离 × 绕行系数 ${detour}，${minutes.zh}。`,
      en: `There is no road graph: minutes are the straight line × ${detour} ${minutes.en}.`,
    },
    far_from_roads: {
      zh: `该点距路网超过 ${snapMetres} 米：分钟以直线距离 × 绕行系数 ${detour}，${minutes.zh}。`,
      en: `The point lies more than ${snapMetres} m from every road: minutes are the straight line × ${detour} ${minutes.en}.`,
    },
  };
  const isIsochrone = reach.minutes !== null && reach.way === 'roads';
  const ground = areaText(reach.squareMetres);
  return [
    ways[reach.way],
    isIsochrone
      ? {
          zh: `等时圈为可达道路两侧各 ${sideMetres} 米，面积 ${ground}。`,
          en: `The isochrone is ${sideMetres} m to each side of the roads that are reached: ${ground}.`,
        }
      : { zh: `范围面积 ${ground}。`, en: `The ground is ${ground}.` },
  ];
}

/** Said beside every figure of people. */
export const SOURCES: Phrase = {
  zh: '各来源口径不同、相互重叠，不相加。',
  en: 'Sources overlap and are not added up.',
};
export const ONLY_SEEN: Phrase = {
  zh: '只含本人有权查看的记录。',
  en: 'Only what you may see is counted.',
};
