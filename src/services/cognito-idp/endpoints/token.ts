import { ServiceError } from '../../../aws/index.ts';
import type { ClientOfPool } from '../documents/index.ts';
import { customScopes } from '../resource-servers/index.ts';
import type { SignInContext } from '../sign-in/index.ts';
import { refresh } from '../sign-in/index.ts';
import { issueClientToken } from '../tokens/index.ts';
import { authenticateClient } from './client-authentication.ts';
import { type EndpointRequest, type EndpointResponse, json, oauthError, readForm } from './request.ts';

const NO_STORE = ['Cache-Control', 'no-store'];

/** Developer guide, "Token endpoint". */
export async function tokenEndpoint(
  context: SignInContext,
  request: EndpointRequest,
  poolId: string,
  nowMs: number,
): Promise<EndpointResponse> {
  const form = readForm(request);
  const grant = form?.get('grant_type');
  if (form === undefined || grant === undefined) return oauthError('invalid_request');
  const found = await authenticateClient(context, request, form, poolId);
  if (found === undefined) return oauthError('invalid_client');
  switch (grant) {
    case 'client_credentials':
      return grantToClient(context, found, form.get('scope'), nowMs);
    case 'refresh_token':
      return grantAgain(context, found, form.get('refresh_token'), nowMs);
    default:
      return oauthError('unsupported_grant_type', 'Sallyport has no hosted sign-in pages, so no authorization codes.');
  }
}

async function grantToClient(
  context: SignInContext,
  found: ClientOfPool,
  asked: string | undefined,
  nowMs: number,
): Promise<EndpointResponse> {
  const { AllowedOAuthFlowsUserPoolClient, AllowedOAuthFlows = [], AllowedOAuthScopes = [] } = found.client.settings;
  if (AllowedOAuthFlowsUserPoolClient !== true || !AllowedOAuthFlows.includes('client_credentials')) {
    return oauthError('unauthorized_client');
  }
  // A client keeps the names of scopes that are gone, but gets them no more (API reference, `DeleteResourceServer`).
  const known = await customScopes(context.store, found.scope, found.pool.id);
  const allowed = AllowedOAuthScopes.filter((scope) => known.has(scope));
  const scopes = asked?.split(' ').filter((scope) => scope !== '') ?? allowed;
  if (allowed.length === 0 || scopes.some((scope) => !allowed.includes(scope))) return oauthError('invalid_scope');
  const { token, expiresIn } = await issueClientToken(context, found, scopes.join(' '), nowMs);
  return json(200, { access_token: token, expires_in: expiresIn, token_type: 'Bearer' }, NO_STORE);
}

async function grantAgain(
  context: SignInContext,
  found: ClientOfPool,
  token: string | undefined,
  nowMs: number,
): Promise<EndpointResponse> {
  if (token === undefined) return oauthError('invalid_request');
  try {
    const set = await refresh(context, found, token, nowMs);
    const granted = {
      id_token: set.IdToken,
      access_token: set.AccessToken,
      ...(set.RefreshToken !== undefined && { refresh_token: set.RefreshToken }),
      expires_in: set.ExpiresIn,
      token_type: set.TokenType,
    };
    return json(200, granted, NO_STORE);
  } catch (error) {
    if (error instanceof ServiceError) return oauthError('invalid_grant');
    throw error;
  }
}
