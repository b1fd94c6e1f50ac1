import { capability } from '../api/define.ts';
import { destroy, reveal } from './personal-data.commands.ts';
import { auditPersonalData, destroyPersonalData, revealPersonalData } from './personal-data.permissions.ts';
import { accessLog, catalogue } from './personal-data.views.ts';

export { open, seal } from './cipher.ts';
export { destroyKeys } from './destroy-keys.ts';
export { escrowPath, keepEscrow } from './keep-escrow.ts';
export { blindDigest, digest as textDigest, type InstallationKeys, installationKeys, mask } from './keys.ts';
export { accessesOf, accessLog, accessOutput, catalogue } from './personal-data.views.ts';
export { isSameBytes } from './same-bytes.ts';

export const personalData = capability({
  name: 'personalData',
  label: { zh: '个人信息', en: 'Personal data' },
  permissions: [revealPersonalData, destroyPersonalData, auditPersonalData],
  commands: [reveal, destroy],
  views: [catalogue, accessLog],
});
