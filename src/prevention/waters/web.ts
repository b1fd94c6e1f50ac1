import { webContribution } from '../../foundation/design-system/web.ts';
import { childRecords, registerScreens } from '../../foundation/registers/web.ts';

const floodPronePoints = async () => (await import('./flood-prone-point.register.ts')).floodPronePoints;
const sunkenOverpasses = async () => (await import('./sunken-overpass.register.ts')).sunkenOverpasses;

/** 河湖水库与防汛点位 in the browser. */
export const watersWeb = webContribution({
  name: 'waters',
  screens: [
    ...registerScreens('/reservoirs', {
      title: { zh: '水库', en: 'Reservoirs' },
      name: 'reservoir',
      menu: { group: 'prevention', order: 60 },
      load: async () => (await import('./reservoir.register.ts')).reservoirs,
    }),
    ...registerScreens('/rivers', {
      title: { zh: '河道', en: 'Rivers' },
      name: 'river',
      menu: { group: 'prevention', order: 62 },
      load: async () => (await import('./river.register.ts')).rivers,
    }),
    ...registerScreens('/flood-prone-points', {
      title: { zh: '易涝点', en: 'Flood-prone points' },
      name: 'flood_prone_point',
      menu: { group: 'prevention', order: 50 },
      load: floodPronePoints,
    }),
    ...registerScreens('/pump-stations', {
      title: { zh: '泵站', en: 'Pump stations' },
      name: 'pump_station',
      menu: { group: 'prevention', order: 64 },
      load: async () => (await import('./pump-station.register.ts')).pumpStations,
    }),
    ...registerScreens('/sunken-overpasses', {
      title: { zh: '下凹式立交桥', en: 'Sunken overpasses' },
      name: 'sunken_overpass',
      menu: { group: 'prevention', order: 55 },
      load: sunkenOverpasses,
    }),
  ],
  parts: [
    childRecords('river', {
      of: 'riverId',
      path: '/flood-prone-points',
      title: { zh: '易涝点', en: 'Flood-prone points' },
      load: floodPronePoints,
    }),
    childRecords('pump_station', {
      of: 'pumpStationId',
      path: '/sunken-overpasses',
      title: { zh: '下凹式立交桥', en: 'Sunken overpasses' },
      load: sunkenOverpasses,
    }),
  ],
});
