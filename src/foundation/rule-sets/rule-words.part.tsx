import type { Phrase } from '../../kernel/phrases.ts';
import type { OutputOf } from '../api/web.ts';
import { Go, StateBadge, Tag, Time, useSay } from '../design-system/web.ts';
import { ruleSetVersionLifecycle } from './rule-set-version.lifecycle.ts';
import type { ofKind } from './rule-sets.views.ts';

export type RuleFile = OutputOf<typeof ofKind>;
export type RuleVersion = RuleFile['versions'][number];

export const VERSION: Phrase = { zh: '第 {versionNumber} 版', en: 'Version {versionNumber}' };
const ASSUMED: Phrase = { zh: '假定', en: 'Assumed' };
const ASSUMED_WHY: Phrase = {
  zh: '没有条文给出这些数值，待本区确认',
  en: 'No text gives these figures; the district has not confirmed them yet',
};
const IN_FORCE: Phrase = { zh: '现行', en: 'In force' };
const TO_COME: Phrase = { zh: '已批准，待生效', en: 'Approved, not yet in force' };
const SUPERSEDED: Phrase = { zh: '已被替代', en: 'Superseded' };

const TONES = {
  draft: 'waiting',
  submitted: 'waiting',
  approved: 'done',
  rejected: 'ended',
  withdrawn: 'ended',
} as const;

/** In force, to come, superseded: what the day makes of an approved version; else its state. */
export function VersionState({ version, file }: { version: RuleVersion; file: RuleFile }) {
  if (version.state !== 'approved') {
    const state = version.state as keyof typeof TONES;
    return <StateBadge label={ruleSetVersionLifecycle.states[state]} tone={TONES[state]} />;
  }
  if (version.versionNumber === file.inForce) return <StateBadge label={IN_FORCE} tone="active" />;
  const current = file.versions.find((one) => one.versionNumber === file.inForce);
  const isToCome = (version.inForceFrom ?? '') > (current?.inForceFrom ?? '');
  return <StateBadge label={isToCome ? TO_COME : SUPERSEDED} tone={isToCome ? 'done' : 'ended'} />;
}

export function Assumed({ isAssumed }: { isAssumed: boolean }) {
  const say = useSay();
  if (!isAssumed) return null;
  return (
    <span title={say(ASSUMED_WHY)}>
      <Tag>{say(ASSUMED)}</Tag>
    </span>
  );
}

export function VersionLink({ version }: { version: RuleVersion }) {
  const say = useSay();
  return <Go to={`/rule-versions/${version.id}`}>{say(VERSION, { versionNumber: version.versionNumber })}</Go>;
}

/** When it took or shall take effect. */
export function Effect({ version }: { version: RuleVersion }) {
  return <Time at={version.inForceFrom ?? version.effectiveFrom} />;
}
