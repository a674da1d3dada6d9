import { ServiceError } from '../../../aws/index.ts';
import type { CognitoContext } from '../context.ts';
import { endSession } from '../tokens/index.ts';
import { authenticateClient } from './client-authentication.ts';
import { type EndpointRequest, type EndpointResponse, json, oauthError, readForm } from './request.ts';

/** RFC 7009; developer guide, "Revoke endpoint". */
export async function revokeEndpoint(
  context: CognitoContext,
  request: EndpointRequest,
  poolId: string,
): Promise<EndpointResponse> {
  const form = readForm(request);
  const token = form?.get('token');
  if (form === undefined || token === undefined) return oauthError('invalid_request');
  const found = await authenticateClient(context, request, form, poolId);
  if (found === undefined) return oauthError('invalid_client');
  if (found.client.settings.EnableTokenRevocation === false) return oauthError('invalid_request');
  if (token.includes('.')) return oauthError('unsupported_token_type');
  try {
    await endSession(context, found, token);
  } catch (error) {
    // What is no token is revoked already (RFC 7009 section 2.2).
    if (!(error instanceof ServiceError)) throw error;
  }
  return { ...json(200, ''), body: '' };
}
