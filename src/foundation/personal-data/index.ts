import { capability } from '../api/define.ts';
import { destroy, destroyPersonalData, reveal, revealPersonalData } from './personal-data.commands.ts';

export { open, seal } from './cipher.ts';
export { escrowPath, keepEscrow } from './keep-escrow.ts';
export { blindDigest, digest as textDigest, type InstallationKeys, installationKeys, mask } from './keys.ts';

export const personalData = capability({
  name: 'personalData',
  label: { zh: '个人信息', en: 'Personal data' },
  permissions: [revealPersonalData, destroyPersonalData],
  commands: [reveal, destroy],
});
