import { webContribution } from '../../foundation/design-system/web.ts';

export {
  INCIDENT_ANCHORS,
  type IncidentMapProps,
  type IncidentPartProps,
  type IncidentRecord,
} from './incident-anchors.part.tsx';

/** 事件 in the browser. Points: `incident.head`, `incident.sections`, `incident.actions` (IncidentPartProps), `incident.map` (IncidentMapProps). */
export const incidentsWeb = webContribution({
  name: 'incidents',
  screens: [
    {
      path: '/incidents',
      title: { zh: '事件', en: 'Incidents' },
      menu: { group: 'response', order: 20, key: 'i' },
      permission: 'incident.read',
      load: () => import('./IncidentList.screen.tsx'),
    },
    {
      path: '/incidents/:id',
      title: { zh: '事件', en: 'Incident' },
      permission: 'incident.read',
      load: () => import('./IncidentFile.screen.tsx'),
    },
  ],
  parts: [
    {
      at: 'incident.sections',
      name: 'incidents.map',
      order: 20,
      load: () => import('./IncidentMap.part.tsx'),
    },
    {
      at: 'incident.sections',
      name: 'incidents.surroundings',
      order: 22,
      permission: 'surroundings.read',
      load: () => import('./IncidentSurroundings.part.tsx'),
    },
    {
      at: 'incident.sections',
      name: 'incidents.before',
      order: 23,
      load: () => import('./BeforeHere.part.tsx'),
    },
    {
      at: 'incident.sections',
      name: 'incidents.people',
      order: 32,
      load: () => import('./IncidentPeople.part.tsx'),
    },
    {
      at: 'incident.sections',
      name: 'incidents.files',
      order: 85,
      permission: 'file.read',
      load: () => import('./IncidentFiles.part.tsx'),
    },
    {
      at: 'incident.actions',
      name: 'incidents.paper',
      order: 70,
      load: () => import('./IncidentPaper.part.tsx'),
    },
    {
      at: 'incident.actions',
      name: 'incidents.around',
      order: 60,
      load: () => import('./AroundIncident.part.tsx'),
    },
    {
      at: 'surroundings.actions',
      name: 'incidents.keep-surroundings',
      permission: 'surroundings.keep',
      load: () => import('./KeepOnIncident.part.tsx'),
    },
    {
      at: 'intake.actions',
      name: 'incidents.open',
      order: 10,
      load: () => import('./OpenFromIntake.part.tsx'),
    },
    {
      at: 'intake.sections',
      name: 'incidents.follow-report',
      permission: 'incident.read',
      load: () => import('./FollowReport.part.tsx'),
    },
    {
      at: 'intake.sections',
      name: 'incidents.join-reports',
      permission: 'intake.decide',
      load: () => import('./JoinReports.part.tsx'),
    },
    {
      at: 'intake.similar',
      name: 'incidents.similar',
      order: 10,
      permission: 'incident.read',
      load: () => import('./SimilarIncidents.part.tsx'),
    },
    {
      at: 'intake.similar',
      name: 'incidents.similar-reports',
      order: 20,
      permission: 'intake.read',
      load: () => import('./SimilarReports.part.tsx'),
    },
  ],
});
