import { capability } from '../../foundation/api/define.ts';
import { allOf, registerOperations } from '../../foundation/registers/index.ts';
import { areaPerResident } from './area-per-resident.views.ts';
import { ROOM, shelterRoom } from './capacity.views.ts';
import { shelterSheet } from './fallback.views.ts';
import { openingNotice } from './opening-notice.document.ts';
import { draftNotice, signNotice } from './opening-notice.permissions.ts';
import { STREET_RESIDENTS } from './residents.rules.ts';
import { shelters as shelterFaces } from './shelter.register.ts';
import { SHELTER_STANDARDS } from './shelter-standards.rules.ts';
import { shelterStays } from './shelter-stay.register.ts';
import { shelterZones } from './shelter-zone.register.ts';
import { checkIn, rest } from './shelters.commands.ts';

export { shelterRoom };

const operations = allOf(
  registerOperations(shelterFaces, { compute: ROOM, without: ['rest'] }),
  registerOperations(shelterZones),
  registerOperations(shelterStays, { without: ['register', 'changeMany'] }),
);

/** Shelters with their zones, and who is in them. */
export const shelters = capability({
  name: 'shelters',
  label: { zh: '避难场所', en: 'Shelters' },
  ...operations,
  permissions: [...operations.permissions, draftNotice, signNotice],
  commands: [...operations.commands, checkIn, rest],
  documentKinds: [openingNotice],
  fallbackSections: [shelterSheet],
  ruleSets: [SHELTER_STANDARDS, STREET_RESIDENTS],
  indicators: [areaPerResident],
});
