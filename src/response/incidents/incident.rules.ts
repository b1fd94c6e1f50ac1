import type { IncidentGrade } from '../../foundation/incident-kinds/define.ts';
import type { Phrase } from '../../kernel/phrases.ts';

export type CommandAuthority = 'district_committee' | 'city_headquarters' | 'city_committee';

/**
 * Who commands (北京市实施《突发事件应对法》办法 第46条): 石景山 is one of six districts where the city's special
 * headquarters command from 较大 upwards. Before a grade is given the district answers, as it does for first response.
 */
export function commandAuthorityFor(grade: IncidentGrade | null): CommandAuthority {
  switch (grade) {
    case 'extraordinary':
    case 'major':
      return 'city_committee';
    case 'large':
      return 'city_headquarters';
    default:
      return 'district_committee';
  }
}

/**
 * Must the city hear at once? 北京办法 第38条: 较大 and above always; below that when the matter is important, in a key
 * area or at a special time.
 */
export function mustReportAtOnce(grade: IncidentGrade | null, isSpecial: boolean): boolean {
  return grade === 'large' || grade === 'major' || grade === 'extraordinary' || isSpecial;
}

/** Casualty figures of two moments: deaths fall only through a verified report, which comes with its own command. */
export function casualtyFault(before: { deaths: number | null }, after: { deaths: number | null }): Phrase | undefined {
  if (before.deaths !== null && (after.deaths ?? 0) < before.deaths) {
    return { zh: '死亡人数不得减少，核减须经核报', en: 'the number of dead may fall only through a verified report' };
  }
  return undefined;
}
