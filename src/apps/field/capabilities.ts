import type { WebContribution } from '../../foundation/design-system/web.ts';
import { identityWeb } from '../../foundation/identity/web.ts';
import { messagingWeb } from '../../foundation/messaging/web.ts';
import { ordersWeb } from '../../foundation/orders/web.ts';
import { dutyChangesWeb } from '../../preparedness/duty-changes/web.ts';
import { dutyFeedsWeb } from '../../preparedness/duty-feeds/web.ts';
import { dutyShiftsWeb } from '../../preparedness/duty-shifts/web.ts';
import { expertCallsWeb } from '../../preparedness/expert-calls/web.ts';
import { rollCallsWeb } from '../../preparedness/roll-calls/web.ts';
import { stocktakesWeb } from '../../preparedness/stocktakes/web.ts';
import { transfersWeb } from '../../preparedness/transfers/web.ts';
import { evacuationWeb } from '../../response/evacuation/web.ts';
import { shiftHandoversWeb } from '../../response/shift-handovers/web.ts';
import { situationWeb } from '../../response/situation/web.ts';
import { streetWhistlesWeb } from '../../response/street-whistles/web.ts';
import { supportWeb } from '../../response/support/web.ts';
import { zeroReportsWeb } from '../../response/zero-reports/web.ts';

/** What the field app is made of: the `fieldScreens` and `field.*` parts of these; a new capability is one line here. */
export const contributions: readonly WebContribution[] = [
  identityWeb,
  messagingWeb,
  ordersWeb,
  dutyShiftsWeb,
  dutyFeedsWeb,
  dutyChangesWeb,
  rollCallsWeb,
  shiftHandoversWeb,
  transfersWeb,
  stocktakesWeb,
  streetWhistlesWeb,
  supportWeb,
  evacuationWeb,
  zeroReportsWeb,
  situationWeb,
  expertCallsWeb,
];
