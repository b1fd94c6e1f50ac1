import { StateBadge, Tag, useSay } from '../design-system/web.ts';
import { accountLifecycle } from './account.lifecycle.ts';

const WORDS = {
  password: { zh: '口令', en: 'Password' },
  noPassword: { zh: '未设口令', en: 'No password' },
  factor: { zh: '动态口令', en: 'One-time code' },
  linked: { zh: '统一身份', en: 'Central identity' },
  mayLink: { zh: '待关联统一身份', en: 'May link an identity' },
} as const;

export const STATES = accountLifecycle.states;

/** 正常 or 已停用. */
export function AccountState({ state }: { state: keyof typeof STATES }) {
  return <StateBadge label={STATES[state]} tone={state === 'active' ? 'active' : 'ended'} />;
}

export interface Proofs {
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly isLinked: boolean;
  readonly mayLink?: boolean;
}

/** What an account proves itself with. */
export function ProofTags({ of }: { of: Proofs }) {
  const say = useSay();
  return (
    <span className="row">
      {of.hasPassword ? <Tag>{say(WORDS.password)}</Tag> : <StateBadge label={WORDS.noPassword} tone="waiting" />}
      {of.hasSecondFactor && <Tag>{say(WORDS.factor)}</Tag>}
      {of.isLinked && <Tag>{say(WORDS.linked)}</Tag>}
      {of.mayLink && !of.isLinked && <StateBadge label={WORDS.mayLink} tone="waiting" />}
    </span>
  );
}
