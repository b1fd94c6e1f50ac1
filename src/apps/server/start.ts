import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildServer,
  catalogueOf,
  type Platform,
  resumeNumbers,
  thisInstallation,
} from '../../foundation/api/index.ts';
import { areaOf, areasOf } from '../../foundation/areas/index.ts';
import { type ClockRunner, runClocks } from '../../foundation/clocks/index.ts';
import { continuityRoutes } from '../../foundation/continuity/index.ts';
import { type Database, openDatabase } from '../../foundation/database/index.ts';
import { closePaperRenderer } from '../../foundation/documents/index.ts';
import { importRoutes } from '../../foundation/exchange/index.ts';
import { externalRoutes } from '../../foundation/external/index.ts';
import { fileRoutes, uploadRoutes } from '../../foundation/files/index.ts';
import {
  checkCounts,
  followPlaces,
  type Outside,
  ogcRoutes,
  surroundingsRoutes,
  tileRoutes,
} from '../../foundation/geo/index.ts';
import { startIdentity } from '../../foundation/identity/index.ts';
import { startIndicators } from '../../foundation/indicators/index.ts';
import { type JobRunner, runJobs } from '../../foundation/jobs/index.ts';
import { layerFileRoutes } from '../../foundation/layer-files/index.ts';
import { startHub } from '../../foundation/live/index.ts';
import {
  type LadderRunner,
  messageRoutes,
  runLadders,
  runSender,
  type Sender,
} from '../../foundation/messaging/index.ts';
import { officialDocumentRoutes } from '../../foundation/official-documents/index.ts';
import { guarded } from '../../foundation/outside/index.ts';
import { installationKeys, keepEscrow } from '../../foundation/personal-data/index.ts';
import { fillBlindIndexes, sheetRoutes } from '../../foundation/registers/index.ts';
import { ruleBook, startRuleSets } from '../../foundation/rule-sets/index.ts';
import { heard, startSearch } from '../../foundation/search/index.ts';
import { startReactions, startReader, startSealer, timelineRoutes } from '../../foundation/timeline/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import { dutyFeedRoutes } from '../../preparedness/duty-feeds/index.ts';
import { creditBase, legalPersons } from '../../preparedness/legal-persons/index.ts';
import { planTextRoutes } from '../../preparedness/plan-texts/index.ts';
import { planRoutes } from '../../preparedness/plans/index.ts';
import { transferRoutes } from '../../preparedness/transfers/index.ts';
import { populationBase } from '../../prevention/population/index.ts';
import { reviewRoutes } from '../../recovery/reviews/index.ts';
import { incidentRoutes } from '../../response/incidents/index.ts';
import { linkageRoutes } from '../../response/linkages/index.ts';
import { reportingRoutes } from '../../response/reporting/index.ts';
import { capabilities } from './capabilities.ts';
import { databaseClock } from './database-clock.ts';
import { staticRoutes } from './static.routes.ts';

export const ROOT = join(import.meta.dirname, '../../..');

export interface StartOptions {
  readonly home: string;
  readonly databaseUrl?: string | undefined;
  readonly log: Platform['log'];
  readonly isDemo?: boolean;
  readonly name?: string;
  /** A settable clock for tests; the database's clock without it. */
  readonly clock?: Clock;
  /** An open, migrated database for tests; opened from home or URL without it. */
  readonly database?: Database;
  /** Other servers for tests; the network guarded by what the environment says without it. */
  readonly outside?: Outside;
  readonly requestsPerMinute?: number;
  /** False in tests: recurring jobs are not started by themselves. */
  readonly hasSchedules?: boolean;
}

export type Server = Awaited<ReturnType<typeof startServer>>;

/** Opens the database, starts the mechanisms and builds the HTTP server; nothing listens yet. */
export async function startServer(options: StartOptions) {
  const { home, log } = options;
  mkdirSync(home, { recursive: true });
  const catalogue = catalogueOf(capabilities);
  const database =
    options.database ??
    (await openDatabase({
      url: options.databaseUrl,
      home,
      migrationsFolder: join(ROOT, 'migrations'),
      log: (line) => log('info', 'database', { line }),
    }));
  const ownClock = options.clock ? undefined : await databaseClock(database);
  const clock = options.clock ?? (ownClock as Clock);
  const book = ruleBook();
  let wake = () => {};
  const platform: Platform = {
    catalogue,
    database,
    clock,
    keys: installationKeys(home),
    installation: {
      ...(await thisInstallation(database, clock, options.name ?? '石景山区应急指挥中心')),
      isDemo: options.isDemo ?? false,
    },
    rules: book.read,
    home,
    log,
    areaOf,
    areasOf,
    heard,
    committed: () => wake(),
  };
  await fillBlindIndexes(platform);
  await resumeNumbers(platform);
  const sealer = startSealer(platform);
  wake = sealer.wake;
  const rules = await startRuleSets(platform, book);
  const reader = await startReader(platform);
  keepEscrow(platform, reader);
  const hub = startHub(platform, reader);
  const identity = await startIdentity(platform);
  const reactions = await startReactions(platform, reader);
  const clocks: ClockRunner = runClocks(platform);
  const index = await startSearch(platform, reader);
  const figures = await startIndicators(platform, reader);
  const places = await followPlaces(platform);
  await checkCounts(platform);
  const sender: Sender = runSender(platform, process.env);
  const jobs: JobRunner = runJobs(platform, { hasSchedules: options.hasSchedules ?? true });
  const ladders: LadderRunner = runLadders(platform);
  const outside = options.outside ?? {
    network: guarded(process.env.MAP_INTRANET_HOSTS),
    environment: process.env,
  };
  const app = await buildServer(platform, {
    hub,
    viewerOf: identity.viewerOf,
    assertUnlocked: identity.assertUnlocked,
    requestsPerMinute: options.requestsPerMinute ?? Number(process.env.REQUESTS_PER_MINUTE ?? 1200),
    routes: [
      identity.routes,
      fileRoutes(platform),
      uploadRoutes(platform),
      messageRoutes(platform, process.env),
      importRoutes(platform),
      externalRoutes(platform, [populationBase, legalPersons, creditBase]),
      (inner) => sheetRoutes(inner, platform),
      (inner) => continuityRoutes(inner, platform),
      layerFileRoutes(platform),
      (inner) => tileRoutes(inner, platform, reader, outside),
      (inner) => ogcRoutes(inner, platform),
      (inner) => surroundingsRoutes(inner, platform),
      (inner) => timelineRoutes(inner, platform),
      (inner) => officialDocumentRoutes(inner, platform),
      (inner) => reportingRoutes(inner, platform),
      planTextRoutes(platform),
      (inner) => planRoutes(inner, platform),
      (inner) => reviewRoutes(inner, platform),
      (inner) => incidentRoutes(inner, platform),
      (inner) => linkageRoutes(inner, platform),
      (inner) => transferRoutes(inner, platform),
      (inner) => dutyFeedRoutes(inner, platform),
      (inner) => staticRoutes(inner, join(ROOT, 'dist/web')),
    ],
  });
  return {
    platform,
    app,
    sealer,
    sender,
    jobs,
    /** Tests: everything that follows from what was committed before the call has happened. */
    async settle(): Promise<void> {
      for (let round = 0; round < 3; round += 1) {
        await sealer.drain();
        await reactions.drain();
        await clocks.drain();
        await ladders.drain();
        await sender.drain();
        await jobs.drain();
      }
      await sealer.drain();
      await index.drain();
      await figures.drain();
      await places.drain();
    },
    /** Ends in order: no new requests, running ones to their end, then the mechanisms, the database last. */
    async stop(): Promise<void> {
      await app.close();
      await clocks.stop();
      await ladders.stop();
      await sender.stop();
      await jobs.stop();
      await index.stop();
      await figures.stop();
      await places.stop();
      await reactions.stop();
      await identity.stop();
      await reader.stop();
      await rules.stop();
      await sealer.stop();
      await closePaperRenderer();
      ownClock?.stop();
      await database.close();
    },
  };
}
