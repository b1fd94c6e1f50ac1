import type { WebContribution } from '../../foundation/design-system/web.ts';
import { identityWeb } from '../../foundation/identity/web.ts';
import { messagingWeb } from '../../foundation/messaging/web.ts';
import { ordersWeb } from '../../foundation/orders/web.ts';
import { expertCallsWeb } from '../../preparedness/expert-calls/web.ts';
import { stocktakesWeb } from '../../preparedness/stocktakes/web.ts';
import { transfersWeb } from '../../preparedness/transfers/web.ts';
import { streetWhistlesWeb } from '../../response/street-whistles/web.ts';
import { zeroReportsWeb } from '../../response/zero-reports/web.ts';

/** What the field app is made of: the `fieldScreens` and `field.*` parts of these; a new capability is one line here. */
export const contributions: readonly WebContribution[] = [
  identityWeb,
  messagingWeb,
  ordersWeb,
  transfersWeb,
  stocktakesWeb,
  streetWhistlesWeb,
  zeroReportsWeb,
  expertCallsWeb,
];
