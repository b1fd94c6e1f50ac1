export { dueText, minutesText, offsetText } from './plan.rules.ts';
export {
  type Finding,
  faultsOf,
  findingsOf,
  isOnTheBooks,
  type Standing,
  withoutFigure,
} from './plan-findings.rules.ts';
export {
  type ActionWords,
  byClause,
  CLAUSE,
  type Difference,
  differencesOf,
  type GroupWords,
  type LevelWords,
  NUMERALS,
  type PlanWords,
  roleLabel,
  type SeatWords,
  unitWords,
} from './plan-words.rules.ts';
