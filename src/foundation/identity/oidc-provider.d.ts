/** The part of oidc-provider 9 that the test of central sign-in uses; the package ships no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface ProviderSettings {
    clients: { client_id: string; client_secret: string; redirect_uris: string[] }[];
    claims: Record<string, string[]>;
    pkce: { required(): boolean };
    findAccount(
      context: unknown,
      id: string,
    ): { accountId: string; claims(): Promise<{ sub: string } & Record<string, unknown>> };
    features: { devInteractions: { enabled: boolean } };
    cookies: { keys: string[] };
  }

  export default class Provider {
    constructor(issuer: string, settings: ProviderSettings);
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
  }
}
