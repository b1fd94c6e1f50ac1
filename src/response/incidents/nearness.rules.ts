import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { decimal, group, MINUTES, whole } from '../../foundation/rule-sets/leaf.type.ts';

const share = (zh: string, en: string) => decimal({ label: { zh, en }, min: 0, max: 1 });

/** Assumed: no text says when two calls are one matter (domain facts §2.4). A person always decides. */
export const DUPLICATE_RULES = defineRuleSet('duplicate_rules', {
  label: { zh: '重复接报判断', en: 'When two reports are one matter' },
  about: {
    zh: '多近、多久之内的接报可能是同一事件，各因素占多少，多像才提示；合并总由人确认',
    en: 'How near in place and time a report may be of the same matter, what counts how much, and from when it is proposed; a person confirms',
  },
  citation: '突发事件应对法 第61条（信息报送应当及时、客观、真实）',
  ownerRole: 'duty_leader',
  schema: group({
    metres: whole({ label: { zh: '距离不超过', en: 'Within' }, unit: { zh: '米', en: 'm' }, min: 50, max: 5000 }),
    minutes: whole({ label: { zh: '时间差不超过', en: 'Known within' }, unit: MINUTES, min: 5, max: 2880 }),
    weights: group(
      {
        space: share('距离', 'Distance'),
        time: share('时间', 'Time'),
        kind: share('类型', 'Kind'),
        words: share('地点文字', 'Words of the place'),
      },
      { zh: '权重', en: 'Weights' },
    ),
    proposedFrom: share('提示合并', 'Proposed from'),
    suspectedFrom: share('提示疑似', 'Suspected from'),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    // The farthest pair that has to be noticed, the same kind 300 m and 40 minutes apart in other words, reaches 0.46.
    citation: '重复接报判断（暂定：500 米、60 分钟；0.8 以上提示合并，0.45 以上提示疑似）',
    values: {
      metres: 500,
      minutes: 60,
      weights: { space: 0.4, time: 0.3, kind: 0.2, words: 0.1 },
      proposedFrom: 0.8,
      suspectedFrom: 0.45,
    },
  },
});

export type DuplicateRules = (typeof DUPLICATE_RULES)['initial']['values'];

interface Point {
  readonly lng: number;
  readonly lat: number;
}

interface Near {
  readonly kind: string;
  readonly place: Point | null;
  readonly placeText: string;
  readonly knownAt: Date | string;
}

export interface Call {
  readonly kind: string | undefined;
  readonly place: Point | null | undefined;
  readonly placeText?: string | undefined;
  readonly knownAt: Date | string;
}

export interface Similar<Incident> {
  readonly incident: Incident;
  /** Undefined where one of the two has no place. */
  readonly metres: number | undefined;
  /** 0–1 */
  readonly score: number;
  readonly isProposed: boolean;
}

/** Metres between two points on the sphere; over a district the flattening does not matter. */
export function metresBetween(one: Point, other: Point): number {
  const rad = Math.PI / 180;
  const x = (other.lng - one.lng) * rad * Math.cos(((one.lat + other.lat) / 2) * rad);
  return Math.hypot(x, (other.lat - one.lat) * rad) * 6_371_000;
}

/**
 * Open incidents that a call may belong to, likeliest first. Another kind at the same place is suspected too: a leak that
 * burns is called in as both. Without a distance only the same kind may be meant, and is never more than suspected.
 */
export function similarTo<Incident extends Near>(
  incidents: readonly Incident[],
  call: Call,
  rules: DuplicateRules,
): Similar<Incident>[] {
  return incidents
    .flatMap((incident) => {
      const found = compared(incident, call, rules);
      return found && found.score >= rules.suspectedFrom ? [{ incident, ...found }] : [];
    })
    .sort((one, other) => other.score - one.score);
}

function compared(incident: Near, call: Call, rules: DuplicateRules): Omit<Similar<Near>, 'incident'> | undefined {
  const minutes = Math.abs(new Date(call.knownAt).getTime() - new Date(incident.knownAt).getTime()) / 60_000;
  if (minutes > rules.minutes) return undefined;
  const { space, time, kind, words } = rules.weights;
  const inTime = time * (1 - minutes / rules.minutes);
  const inKind = kind * kindness(incident.kind, call.kind);
  const inWords = words * likeness(incident.placeText, call.placeText ?? '');
  if (!call.place || !incident.place) {
    if (incident.kind !== call.kind) return undefined;
    const score = (inTime + inKind + inWords) / (time + kind + words || 1);
    return { metres: undefined, score, isProposed: false };
  }
  const metres = metresBetween(call.place, incident.place);
  if (metres > rules.metres) return undefined;
  const score = space * (1 - metres / rules.metres) + inTime + inKind + inWords;
  // Only one class of matters is proposed to be one: what burns beside a leak is a person's guess.
  return { metres, score, isProposed: inKind > 0 && score >= rules.proposedFrom - 1e-9 };
}

/** The same kind, or one of the same class (`utility.gas`, `utility.water`). */
function kindness(one: string, other: string | undefined): number {
  if (one === other) return 1;
  return other !== undefined && one.split('.')[0] === other.split('.')[0] ? 0.5 : 0;
}

/** Share of pairs of characters that two texts have in common (Dice), 0–1: enough for names of places. */
export function likeness(one: string, other: string): number {
  const pairs = (text: string) => {
    const plain = [...text.replaceAll(/[\s，,。、]/g, '')];
    return new Set(plain.slice(1).map((character, index) => `${plain[index]}${character}`));
  };
  const [first, second] = [pairs(one), pairs(other)];
  if (first.size + second.size === 0) return 0;
  return (2 * [...first].filter((pair) => second.has(pair)).length) / (first.size + second.size);
}
