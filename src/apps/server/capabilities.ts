import type { Capability } from '../../foundation/api/define.ts';
import { areas } from '../../foundation/areas/index.ts';
import { clocks } from '../../foundation/clocks/index.ts';
import { contacts } from '../../foundation/contacts/index.ts';
import { continuity } from '../../foundation/continuity/index.ts';
import { corrections } from '../../foundation/corrections/index.ts';
import { dataCatalogue } from '../../foundation/data-catalogue/index.ts';
import { dataProtection } from '../../foundation/data-protection/index.ts';
import { dutyLists } from '../../foundation/duty-lists/index.ts';
import { exchange } from '../../foundation/exchange/index.ts';
import { externals } from '../../foundation/external/index.ts';
import { files } from '../../foundation/files/index.ts';
import { geo } from '../../foundation/geo/index.ts';
import { hazardDuties } from '../../foundation/hazard-duties/index.ts';
import { identity } from '../../foundation/identity/index.ts';
import { indicators } from '../../foundation/indicators/index.ts';
import { jobs } from '../../foundation/jobs/index.ts';
import { layerFiles } from '../../foundation/layer-files/index.ts';
import { letterheads } from '../../foundation/letterheads/index.ts';
import { lifecycles } from '../../foundation/lifecycle/index.ts';
import { messaging } from '../../foundation/messaging/index.ts';
import { officialDocuments } from '../../foundation/official-documents/index.ts';
import { orderTemplates } from '../../foundation/order-templates/index.ts';
import { orders } from '../../foundation/orders/index.ts';
import { organisation } from '../../foundation/organisation/index.ts';
import { personalData } from '../../foundation/personal-data/index.ts';
import { registerQuality } from '../../foundation/quality/index.ts';
import { registers } from '../../foundation/registers/index.ts';
import { responsibilities } from '../../foundation/responsibilities/index.ts';
import { ruleSets } from '../../foundation/rule-sets/index.ts';
import { savedViews } from '../../foundation/saved-views/index.ts';
import { search } from '../../foundation/search/index.ts';
import { timeline } from '../../foundation/timeline/index.ts';
import { cameraRegister } from '../../monitoring/cameras/index.ts';
import { informantRegister } from '../../monitoring/informants/index.ts';
import { dutyChanges } from '../../preparedness/duty-changes/index.ts';
import { dutyFeeds } from '../../preparedness/duty-feeds/index.ts';
import { dutyGaps } from '../../preparedness/duty-gaps/index.ts';
import { dutyLogs } from '../../preparedness/duty-logs/index.ts';
import { dutyPostRegister } from '../../preparedness/duty-posts/index.ts';
import { dutyRosters } from '../../preparedness/duty-rosters/index.ts';
import { dutyShifts } from '../../preparedness/duty-shifts/index.ts';
import { endpointRegister } from '../../preparedness/endpoints/index.ts';
import { expertCalls } from '../../preparedness/expert-calls/index.ts';
import { expertPool } from '../../preparedness/experts/index.ts';
import { legalPersonBase } from '../../preparedness/legal-persons/index.ts';
import { mobilisation } from '../../preparedness/mobilisation/index.ts';
import { planEditor } from '../../preparedness/plan-editor/index.ts';
import { planRevisions } from '../../preparedness/plan-revisions/index.ts';
import { planTexts } from '../../preparedness/plan-texts/index.ts';
import { plans } from '../../preparedness/plans/index.ts';
import { rollCalls } from '../../preparedness/roll-calls/index.ts';
import { shelters } from '../../preparedness/shelters/index.ts';
import { specialPeriodRegister } from '../../preparedness/special-periods/index.ts';
import { stock } from '../../preparedness/stock/index.ts';
import { stocktakes } from '../../preparedness/stocktakes/index.ts';
import { supplyCatalogue } from '../../preparedness/supplies/index.ts';
import { teams } from '../../preparedness/teams/index.ts';
import { transfers } from '../../preparedness/transfers/index.ts';
import { vehicleRegister } from '../../preparedness/vehicles/index.ts';
import { volunteerRegister } from '../../preparedness/volunteers/index.ts';
import { warehouseRegister } from '../../preparedness/warehouses/index.ts';
import { buildingRegister } from '../../prevention/buildings/index.ts';
import { enterprises } from '../../prevention/enterprises/index.ts';
import { gridRegister } from '../../prevention/grids/index.ts';
import { lifelines } from '../../prevention/lifelines/index.ts';
import { population } from '../../prevention/population/index.ts';
import { protectedTargetRegister } from '../../prevention/protected-targets/index.ts';
import { roadRegister } from '../../prevention/roads/index.ts';
import { waters } from '../../prevention/waters/index.ts';
import { reviewFindings } from '../../recovery/review-findings/index.ts';
import { reviews } from '../../recovery/reviews/index.ts';
import { casualties } from '../../response/casualties/index.ts';
import { commandRoom } from '../../response/command/index.ts';
import { commandHandovers } from '../../response/command-handovers/index.ts';
import { dailyBriefs } from '../../response/daily-briefs/index.ts';
import { evacuation } from '../../response/evacuation/index.ts';
import { incidentEntries } from '../../response/incident-entries/index.ts';
import { incidents } from '../../response/incidents/index.ts';
import { intakeDesk } from '../../response/intake/index.ts';
import { leaderInstructions } from '../../response/leader-instructions/index.ts';
import { linkages } from '../../response/linkages/index.ts';
import { reporting } from '../../response/reporting/index.ts';
import { shiftHandovers } from '../../response/shift-handovers/index.ts';
import { situationRoom } from '../../response/situation/index.ts';
import { streetWhistles } from '../../response/street-whistles/index.ts';
import { support } from '../../response/support/index.ts';
import { wallDisplays } from '../../response/wall-displays/index.ts';
import { zeroReports } from '../../response/zero-reports/index.ts';

/** Every capability of the server, in the order of imports; a new one is one line here. */
export const capabilities: readonly Capability[] = [
  timeline,
  personalData,
  lifecycles,
  ruleSets,
  registers,
  search,
  indicators,
  areas,
  organisation,
  responsibilities,
  dutyLists,
  hazardDuties,
  letterheads,
  officialDocuments,
  identity,
  clocks,
  jobs,
  exchange,
  registerQuality,
  dataCatalogue,
  savedViews,
  externals,
  continuity,
  messaging,
  contacts,
  files,
  dataProtection,
  orders,
  corrections,
  geo,
  layerFiles,
  gridRegister,
  buildingRegister,
  population,
  protectedTargetRegister,
  enterprises,
  waters,
  lifelines,
  roadRegister,
  orderTemplates,
  specialPeriodRegister,
  dutyPostRegister,
  dutyShifts,
  dutyRosters,
  dutyGaps,
  dutyChanges,
  dutyFeeds,
  dutyLogs,
  rollCalls,
  expertPool,
  expertCalls,
  legalPersonBase,
  planTexts,
  plans,
  teams,
  vehicleRegister,
  volunteerRegister,
  mobilisation,
  endpointRegister,
  shelters,
  supplyCatalogue,
  planEditor,
  planRevisions,
  warehouseRegister,
  stock,
  transfers,
  stocktakes,
  cameraRegister,
  informantRegister,
  intakeDesk,
  incidents,
  commandRoom,
  incidentEntries,
  commandHandovers,
  reporting,
  streetWhistles,
  linkages,
  zeroReports,
  dailyBriefs,
  leaderInstructions,
  shiftHandovers,
  wallDisplays,
  casualties,
  support,
  evacuation,
  situationRoom,
  reviews,
  reviewFindings,
];
