import { capability } from '../../foundation/api/define.ts';
import { defineSearch } from '../../foundation/search/define.ts';
import { linkageLifecycle } from './linkage.lifecycle.ts';
import { readLinkage, readParty, reviewLinkage, settleLinkage, startLinkage } from './linkage.permissions.ts';
import { linkage } from './linkage.register.ts';
import { LINKAGE, LINKAGE_HELD, LINKAGE_RULES } from './linkage.rules.ts';
import { linkageParty } from './linkage-party.register.ts';
import { askCorrection, confirm, refuse, settle, start, withdraw } from './linkages.commands.ts';
import { onAnswered, onWrongNumber } from './linkages.reactions.ts';
import { list, record } from './linkages.views.ts';
import { heldLinkages } from './needs.views.ts';
import { propose } from './propose.views.ts';
import { unitAnswers } from './unit-answers.views.ts';

export { linkageRoutes } from './linkages.routes.ts';

/** 一键通. */
export const linkages = capability({
  name: 'linkages',
  label: { zh: '一键通', en: 'Linkages' },
  registers: [linkage, linkageParty],
  lifecycles: [linkageLifecycle],
  permissions: [readLinkage, readParty, startLinkage, reviewLinkage, settleLinkage],
  commands: [start, confirm, refuse, withdraw, settle, askCorrection],
  views: [propose, list, record],
  reactions: [onAnswered, onWrongNumber],
  addressees: [unitAnswers],
  needs: [heldLinkages],
  ruleSets: [LINKAGE_RULES],
  messageTemplates: [LINKAGE, LINKAGE_HELD],
  searches: [defineSearch(linkage, { words: ['placeText'], line: ['placeText'] })],
  factWords: { 'linkage.refused': ['reason'] },
  facts: {
    'linkage.sent': { zh: '发出一键通', en: 'Linkage sent' },
    'linkage.held': { zh: '一键通待复核', en: 'Linkage held for a second person' },
    'linkage.refused': { zh: '一键通退回', en: 'Linkage refused' },
    'linkage.withdrawn': { zh: '一键通撤回', en: 'Linkage withdrawn' },
    'linkage.settled': { zh: '一键通全部落实', en: 'Linkage settled' },
  },
});
