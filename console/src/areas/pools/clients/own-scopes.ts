import type { Input } from '../../../aws/index.ts';
import { quoted } from '../../../parts/curl.ts';
import { repeated } from './client-draft.ts';
import type { AppClient } from './use-clients.ts';

const GRANT = 'client_credentials';

/** What a client may get tokens for by itself. */
export function ownScopes({ AllowedOAuthFlows = [], AllowedOAuthScopes = [] }: AppClient): readonly string[] {
  return AllowedOAuthFlows.includes(GRANT) ? AllowedOAuthScopes : [];
}

/** Grants of a client that go together with none of its own (API reference, `AllowedOAuthFlows`). */
export function otherGrants({ AllowedOAuthFlows = [] }: AppClient): readonly string[] {
  return AllowedOAuthFlows.filter((flow) => flow !== GRANT);
}

/** A client that may get tokens for these scopes by itself; for none, it may no longer. */
export function withOwnScopes(
  client: AppClient,
  scopes: readonly string[],
): Input<'cognito-idp', 'updateUserPoolClient'> {
  return {
    ...repeated(client),
    AllowedOAuthFlowsUserPoolClient: scopes.length > 0,
    AllowedOAuthFlows: scopes.length > 0 ? [GRANT] : [],
    AllowedOAuthScopes: [...scopes],
  };
}

/** The command that gets a token. It asks for the secret, which stands in no history of commands then. */
export function tokenCommand(client: AppClient, endpoint: string): string {
  const form = new URLSearchParams({ grant_type: GRANT, scope: ownScopes(client).join(' ') });
  return `curl -u ${client.ClientId} -d ${quoted(form.toString())} ${quoted(endpoint)}`;
}
