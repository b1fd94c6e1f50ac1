import { capability } from '../../foundation/api/define.ts';
import { defineBook } from '../../foundation/books/define.ts';
import { defineSearch } from '../../foundation/search/define.ts';
import { books, similarCases } from './before.views.ts';
import { clocksAtAnEnd, closing, figuresConfirmed, ordersAtAnEnd } from './closing.views.ts';
import { dossier, headSection, ordersSection, sourcesSection, timelineSection } from './dossier.views.ts';
import { openIncidents } from './fallback.views.ts';
import { GRADE_RULES } from './grade.rules.ts';
import { incidentLifecycle } from './incident.lifecycle.ts';
import { closeIncident, handleIncident, openIncident, readIncident } from './incident.permissions.ts';
import { incident } from './incident.register.ts';
import { COMMAND_AUTHORITY } from './incident.rules.ts';
import {
  close,
  control,
  correct,
  correctCasualties,
  figuresInput,
  merge,
  open,
  reopen,
  setCommandAuthority,
  setGrade,
  setResponseLevel,
  unmerge,
  verifyCasualties,
} from './incidents.commands.ts';
import { commandRule, list, record } from './incidents.views.ts';
import { DUPLICATE_RULES } from './nearness.rules.ts';
import { toBeGraded } from './needs.views.ts';
import { people } from './people.views.ts';
import { similarReports } from './similar-reports.views.ts';

export { incidentRoutes } from './incidents.routes.ts';
export {
  commandRule,
  figuresInput,
  handleIncident,
  readIncident,
  setCommandAuthority,
  setResponseLevel,
  verifyCasualties,
};

export const incidents = capability({
  name: 'incidents',
  label: { zh: '突发事件', en: 'Incidents' },
  searches: [defineSearch(incident, { words: ['placeText', 'gradeReason', 'closingSummary'], line: ['placeText'] })],
  factWords: {
    'incident.graded': ['reason'],
    'incident.reopened': ['reason'],
    'incident.closed': ['reason'],
    'incident.corrected': ['reason'],
    'incident.casualties_corrected': ['source'],
  },
  fallbackSections: [openIncidents],
  registers: [incident],
  lifecycles: [incidentLifecycle],
  permissions: [readIncident, openIncident, handleIncident, closeIncident],
  commands: [open, merge, unmerge, setGrade, correct, correctCasualties, control, close, reopen],
  views: [list, record, similarReports, closing, books, similarCases, dossier, people],
  dossierSections: [headSection, sourcesSection, ordersSection, timelineSection],
  needs: [toBeGraded],
  stepChecks: [ordersAtAnEnd, clocksAtAnEnd, figuresConfirmed],
  books: [defineBook(incident, { may: readIncident, order: 10, at: 'knownAt' })],
  ruleSets: [DUPLICATE_RULES, COMMAND_AUTHORITY, GRADE_RULES],
  facts: {
    'intake.accepted': { zh: '接报立案', en: 'Report accepted as an incident' },
    'incident.graded': { zh: '定级', en: 'Graded' },
  },
});
