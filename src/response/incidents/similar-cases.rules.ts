import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';

/** What makes a case comparable. */
export interface Case {
  readonly kind: string;
  readonly grade: string | null;
  readonly areaCode: string;
  /** Metres between the two; null where one has no position. */
  readonly metres: number | null;
  readonly hasDead: boolean;
  /** Local month, 1 to 12: floods and fires have their season. */
  readonly month: number;
}

export interface Similarity {
  readonly score: number;
  readonly why: readonly Phrase[];
}

/** Metres within which two matters are at one place. */
const SAME_PLACE = 500;

/**
 * How much a former case is like this one, and by what: kind weighs most, then place, grade, season. Zero where nothing but the
 * season agrees: that is no likeness.
 */
export function similarityOf(one: Case, other: Case): Similarity {
  const why: Phrase[] = [];
  let score = 0;
  const count = (points: number, reason: Phrase) => {
    score += points;
    why.push(reason);
  };
  const [family] = one.kind.split('.');
  if (one.kind === other.kind) {
    const { zh, en } = labelOf(INCIDENT_KINDS, one.kind);
    count(5, { zh: `同类：${zh}`, en: `same kind: ${en}` });
  } else if (one.kind.includes('.') && other.kind.split('.')[0] === family) {
    count(2, { zh: '同属一大类', en: 'same family of kinds' });
  }
  if (one.metres === null && other.metres !== null && other.metres <= SAME_PLACE) {
    count(4, {
      zh: `同一地点，相距 ${Math.round(other.metres)} 米`,
      en: `same place, ${Math.round(other.metres)} m away`,
    });
  } else if (one.areaCode.slice(0, 9) === other.areaCode.slice(0, 9) && one.areaCode.length >= 9) {
    count(2, { zh: '同一街道', en: 'same street' });
  }
  if (one.grade !== null && one.grade === other.grade) count(1, { zh: '等级相同', en: 'same grade' });
  if (one.hasDead && other.hasDead) count(1, { zh: '均有人员死亡', en: 'people died in both' });
  if (score === 0) return { score: 0, why: [] };
  const apart = Math.abs(one.month - other.month);
  if (Math.min(apart, 12 - apart) <= 1) count(0.5, { zh: '同一季节', en: 'same season' });
  return { score, why };
}
