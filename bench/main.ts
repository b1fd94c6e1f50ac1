// `npm run bench [-- job …]`: the speed goals, with machine, load and the raw limit of the same run. Ends with 1 when one is missed.
import { activation } from './activation.bench.ts';
import { bundle } from './bundle.bench.ts';
import { clocks } from './clocks.bench.ts';
import { duplicates } from './duplicates.bench.ts';
import { imports } from './import.bench.ts';
import { intake } from './intake.bench.ts';
import { ladders } from './ladders.bench.ts';
import { linkage } from './linkage.bench.ts';
import { live } from './live.bench.ts';
import { longIncident } from './long-incident.bench.ts';
import { describeMachine, type Figure, load, report, say } from './machine.ts';
import { night } from './night.bench.ts';
import { registerList } from './register-list.bench.ts';
import { rosters } from './rosters.bench.ts';
import { scale } from './scale.bench.ts';
import { search } from './search.bench.ts';
import { situation } from './situation.bench.ts';
import { situationReport } from './situation-report.bench.ts';
import { start } from './start.bench.ts';
import { surroundings } from './surroundings.bench.ts';
import { tiles } from './tiles.bench.ts';
import { verify } from './verify.bench.ts';

const JOBS: Readonly<Record<string, () => Promise<Figure[]>>> = {
  intake,
  activation,
  live,
  clocks,
  ladders,
  linkage,
  search,
  import: imports,
  start,
  verify,
  tiles,
  scale,
  situation,
  surroundings,
  bundle,
  'register-list': registerList,
  duplicates,
  rosters,
  'long-incident': longIncident,
  'situation-report': situationReport,
  night,
};
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in JOBS));
if (unknown.length > 0) {
  say(`no such job: ${unknown.join(', ')}; there are ${Object.keys(JOBS).join(', ')}`);
  process.exit(2);
}
describeMachine();
let isReached = true;
for (const [name, job] of Object.entries(JOBS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  say(`\n${name}  (load ${load()})`);
  isReached = report(await job()) && isReached;
}
process.exit(isReached ? 0 : 1);
