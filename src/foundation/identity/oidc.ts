import type { Configuration } from 'openid-client';
import { problem } from '../../kernel/problems.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Address by which browsers reach this installation, without a slash at its end. */
  readonly publicUrl: string;
}

/** From OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL; undefined when no provider is named. */
export function oidcSettings(environment: NodeJS.ProcessEnv): OidcSettings | undefined {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    PUBLIC_URL: url,
  } = environment;
  if (!issuer) return undefined;
  if (!clientId || !clientSecret || !url) {
    throw new Error('OIDC_ISSUER needs OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL beside it');
  }
  return { issuer, clientId, clientSecret, publicUrl: url.replace(/\/+$/, '') };
}

/** What must be known again when the browser comes back. Secret: it travels sealed. */
export interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface CentralIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly preferredUsername: string | undefined;
  /** The provider says that more than a password was asked (RFC 8176). */
  readonly hasSecondFactor: boolean;
}

export interface OidcClient {
  readonly callback: string;
  /** Where to send the browser. */
  begin(): Promise<{ url: URL; journey: Journey }>;
  /** Who came back. @throws `session.oidc_failed` for anything but a fresh, fitting answer */
  finish(query: string, journey: Journey): Promise<CentralIdentity>;
}

const STRONG_METHODS = ['mfa', 'otp', 'hwk', 'swk', 'sc', 'fpt', 'face'];

/** A relying party (code flow, PKCE, state, nonce). The provider is asked for its metadata at first use. */
export function oidcClient(settings: OidcSettings): OidcClient {
  const callback = `${settings.publicUrl}/api/session/oidc/callback`;
  let found: Promise<Configuration> | undefined;

  async function provider(): Promise<Configuration> {
    const { allowInsecureRequests, discovery } = await import('openid-client');
    const issuer = new URL(settings.issuer);
    // Plain HTTP only where it cannot leave the machine.
    const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(issuer.hostname);
    const execute = isLocal && issuer.protocol === 'http:' ? [allowInsecureRequests] : [];
    found ??= discovery(issuer, settings.clientId, settings.clientSecret, undefined, { execute, timeout: 10 }).catch(
      () => {
        // It may be there again at the next try.
        found = undefined;
        throw problem('session.oidc_unavailable');
      },
    );
    return found;
  }

  return {
    callback,
    async begin() {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge, ...client } = await import('openid-client');
      const config = await provider();
      const journey = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: 'openid profile',
        code_challenge: await calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: 'S256',
        state: journey.state,
        nonce: journey.nonce,
      });
      return { url, journey };
    },
    async finish(query, journey) {
      const { authorizationCodeGrant, fetchUserInfo } = await import('openid-client');
      const config = await provider();
      try {
        const tokens = await authorizationCodeGrant(config, new URL(`${callback}${query}`), {
          pkceCodeVerifier: journey.verifier,
          expectedState: journey.state,
          expectedNonce: journey.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) throw problem('session.oidc_failed');
        const name =
          claims.preferred_username ??
          (await fetchUserInfo(config, tokens.access_token, claims.sub)).preferred_username;
        const methods = Array.isArray(claims.amr) ? claims.amr : [];
        return {
          issuer: claims.iss,
          subject: claims.sub,
          preferredUsername: typeof name === 'string' ? name : undefined,
          hasSecondFactor: methods.some((method) => STRONG_METHODS.includes(String(method))),
        };
      } catch {
        throw problem('session.oidc_failed');
      }
    },
  };
}
