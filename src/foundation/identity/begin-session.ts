import { newId } from '../../kernel/ids.ts';
import { execute, type Platform, systemViewer } from '../api/index.ts';
import type { Viewer } from './define.ts';
import type { Candidate, Proof } from './proof.ts';
import { newToken, tokenDigest } from './sessions.ts';
import { nameDigest } from './throttle.ts';

export interface Arrival {
  readonly address: string;
  readonly userAgent: string;
  readonly means: 'password' | 'oidc' | 'wall_code';
  /** The token this browser came with: that session ends. It is never taken over. */
  readonly oldToken: string | undefined;
}

/** Opens a session for proven identity. @returns its token, which exists nowhere else but in the answer. */
export async function beginSession(platform: Platform, proof: Proof, arrival: Arrival): Promise<string> {
  const { candidate, hasSecondFactor } = proof;
  const token = newToken();
  const sessionId = newId();
  const input = {
    sessionId,
    accountId: candidate.accountId,
    tokenDigest: tokenDigest(token).toString('hex'),
    ...(arrival.oldToken ? { replaces: tokenDigest(arrival.oldToken).toString('hex') } : {}),
    nameDigest: nameDigest(platform, candidate.username),
    address: arrival.address,
    userAgent: arrival.userAgent.slice(0, 300),
    means: arrival.means,
    hasSecondFactor,
  };
  await execute(platform, { id: newId(), name: 'sessions.start', input }, proven(candidate, sessionId));
  return token;
}

/** The person themselves as author of what they have just proved; nothing they asked for runs with it. */
export function proven(candidate: Candidate, sessionId: string): Viewer {
  const { personId, name, accountId } = candidate;
  return { ...systemViewer, personId, name, accountId, sessionId };
}
