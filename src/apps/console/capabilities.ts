import { clocksWeb } from '../../foundation/clocks/web.ts';
import { contactsWeb } from '../../foundation/contacts/web.ts';
import { continuityWeb } from '../../foundation/continuity/web.ts';
import { correctionsWeb } from '../../foundation/corrections/web.ts';
import { dataCatalogueWeb } from '../../foundation/data-catalogue/web.ts';
import { dataProtectionWeb } from '../../foundation/data-protection/web.ts';
import type { WebContribution } from '../../foundation/design-system/web.ts';
import { dutyListsWeb } from '../../foundation/duty-lists/web.ts';
import { exchangeWeb } from '../../foundation/exchange/web.ts';
import { filesWeb } from '../../foundation/files/web.ts';
import { geoWeb } from '../../foundation/geo/web.ts';
import { hazardDutiesWeb } from '../../foundation/hazard-duties/web.ts';
import { identityWeb } from '../../foundation/identity/web.ts';
import { indicatorsWeb } from '../../foundation/indicators/web.ts';
import { jobsWeb } from '../../foundation/jobs/web.ts';
import { layerFilesWeb } from '../../foundation/layer-files/web.ts';
import { letterheadsWeb } from '../../foundation/letterheads/web.ts';
import { lifecyclesWeb } from '../../foundation/lifecycle/web.ts';
import { messagingWeb } from '../../foundation/messaging/web.ts';
import { officialDocumentsWeb } from '../../foundation/official-documents/web.ts';
import { orderTemplatesWeb } from '../../foundation/order-templates/web.ts';
import { ordersWeb } from '../../foundation/orders/web.ts';
import { organisationWeb } from '../../foundation/organisation/web.ts';
import { qualityWeb } from '../../foundation/quality/web.ts';
import { responsibilitiesWeb } from '../../foundation/responsibilities/web.ts';
import { ruleSetsWeb } from '../../foundation/rule-sets/web.ts';
import { savedViewsWeb } from '../../foundation/saved-views/web.ts';
import { searchWeb } from '../../foundation/search/web.ts';
import { timelineWeb } from '../../foundation/timeline/web.ts';
import { camerasWeb } from '../../monitoring/cameras/web.ts';
import { informantsWeb } from '../../monitoring/informants/web.ts';
import { dutyChangesWeb } from '../../preparedness/duty-changes/web.ts';
import { dutyFeedsWeb } from '../../preparedness/duty-feeds/web.ts';
import { dutyGapsWeb } from '../../preparedness/duty-gaps/web.ts';
import { dutyLogsWeb } from '../../preparedness/duty-logs/web.ts';
import { dutyPostsWeb } from '../../preparedness/duty-posts/web.ts';
import { dutyRostersWeb } from '../../preparedness/duty-rosters/web.ts';
import { dutyShiftsWeb } from '../../preparedness/duty-shifts/web.ts';
import { endpointsWeb } from '../../preparedness/endpoints/web.ts';
import { expertCallsWeb } from '../../preparedness/expert-calls/web.ts';
import { expertsWeb } from '../../preparedness/experts/web.ts';
import { legalPersonsWeb } from '../../preparedness/legal-persons/web.ts';
import { mobilisationWeb } from '../../preparedness/mobilisation/web.ts';
import { planEditorWeb } from '../../preparedness/plan-editor/web.ts';
import { planRevisionsWeb } from '../../preparedness/plan-revisions/web.ts';
import { planTextsWeb } from '../../preparedness/plan-texts/web.ts';
import { plansWeb } from '../../preparedness/plans/web.ts';
import { rollCallsWeb } from '../../preparedness/roll-calls/web.ts';
import { sheltersWeb } from '../../preparedness/shelters/web.ts';
import { specialPeriodsWeb } from '../../preparedness/special-periods/web.ts';
import { stockWeb } from '../../preparedness/stock/web.ts';
import { stocktakesWeb } from '../../preparedness/stocktakes/web.ts';
import { suppliesWeb } from '../../preparedness/supplies/web.ts';
import { teamsWeb } from '../../preparedness/teams/web.ts';
import { transfersWeb } from '../../preparedness/transfers/web.ts';
import { vehiclesWeb } from '../../preparedness/vehicles/web.ts';
import { volunteersWeb } from '../../preparedness/volunteers/web.ts';
import { warehousesWeb } from '../../preparedness/warehouses/web.ts';
import { buildingsWeb } from '../../prevention/buildings/web.ts';
import { enterprisesWeb } from '../../prevention/enterprises/web.ts';
import { gridsWeb } from '../../prevention/grids/web.ts';
import { lifelinesWeb } from '../../prevention/lifelines/web.ts';
import { populationWeb } from '../../prevention/population/web.ts';
import { protectedTargetsWeb } from '../../prevention/protected-targets/web.ts';
import { roadsWeb } from '../../prevention/roads/web.ts';
import { watersWeb } from '../../prevention/waters/web.ts';
import { reviewFindingsWeb } from '../../recovery/review-findings/web.ts';
import { reviewsWeb } from '../../recovery/reviews/web.ts';
import { casualtiesWeb } from '../../response/casualties/web.ts';
import { commandWeb } from '../../response/command/web.ts';
import { commandHandoversWeb } from '../../response/command-handovers/web.ts';
import { dailyBriefsWeb } from '../../response/daily-briefs/web.ts';
import { evacuationWeb } from '../../response/evacuation/web.ts';
import { incidentEntriesWeb } from '../../response/incident-entries/web.ts';
import { incidentsWeb } from '../../response/incidents/web.ts';
import { intakeWeb } from '../../response/intake/web.ts';
import { leaderInstructionsWeb } from '../../response/leader-instructions/web.ts';
import { linkagesWeb } from '../../response/linkages/web.ts';
import { reportingWeb } from '../../response/reporting/web.ts';
import { shiftHandoversWeb } from '../../response/shift-handovers/web.ts';
import { situationWeb } from '../../response/situation/web.ts';
import { streetWhistlesWeb } from '../../response/street-whistles/web.ts';
import { supportWeb } from '../../response/support/web.ts';
import { wallDisplaysWeb } from '../../response/wall-displays/web.ts';
import { zeroReportsWeb } from '../../response/zero-reports/web.ts';

/** What the console is made of; a new capability is one line here. The menu follows group and order of each screen. */
export const contributions: readonly WebContribution[] = [
  clocksWeb,
  identityWeb,
  continuityWeb,
  messagingWeb,
  filesWeb,
  dataProtectionWeb,
  ordersWeb,
  correctionsWeb,
  organisationWeb,
  responsibilitiesWeb,
  orderTemplatesWeb,
  letterheadsWeb,
  officialDocumentsWeb,
  hazardDutiesWeb,
  dutyListsWeb,
  contactsWeb,
  ruleSetsWeb,
  jobsWeb,
  exchangeWeb,
  qualityWeb,
  dataCatalogueWeb,
  savedViewsWeb,
  timelineWeb,
  searchWeb,
  indicatorsWeb,
  intakeWeb,
  incidentsWeb,
  commandWeb,
  commandHandoversWeb,
  incidentEntriesWeb,
  situationWeb,
  geoWeb,
  layerFilesWeb,
  reportingWeb,
  streetWhistlesWeb,
  linkagesWeb,
  zeroReportsWeb,
  dailyBriefsWeb,
  leaderInstructionsWeb,
  shiftHandoversWeb,
  wallDisplaysWeb,
  casualtiesWeb,
  supportWeb,
  evacuationWeb,
  reviewsWeb,
  reviewFindingsWeb,
  protectedTargetsWeb,
  watersWeb,
  dutyShiftsWeb,
  dutyRostersWeb,
  dutyPostsWeb,
  dutyGapsWeb,
  dutyChangesWeb,
  dutyFeedsWeb,
  dutyLogsWeb,
  rollCallsWeb,
  specialPeriodsWeb,
  expertsWeb,
  expertCallsWeb,
  legalPersonsWeb,
  plansWeb,
  planTextsWeb,
  planRevisionsWeb,
  planEditorWeb,
  teamsWeb,
  vehiclesWeb,
  volunteersWeb,
  mobilisationWeb,
  endpointsWeb,
  sheltersWeb,
  enterprisesWeb,
  suppliesWeb,
  warehousesWeb,
  stockWeb,
  transfersWeb,
  stocktakesWeb,
  camerasWeb,
  informantsWeb,
  gridsWeb,
  populationWeb,
  buildingsWeb,
  lifelinesWeb,
  roadsWeb,
  lifecyclesWeb,
];
