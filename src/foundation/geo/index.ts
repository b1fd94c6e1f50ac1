export {
  COORDINATE_SYSTEMS,
  type CoordinateSystem,
  convert,
  fromCgcs2000,
  toCgcs2000,
} from './coordinates.rules.ts';
export { judgePlaces } from './judge-places.ts';
export { judgeSystem, type Reading, read, type Sample, type Verdict } from './plausibility.rules.ts';
