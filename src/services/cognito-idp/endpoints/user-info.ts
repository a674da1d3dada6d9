import { ServiceError } from '../../../aws/index.ts';
import type { CognitoContext } from '../context.ts';
import { readableAttributes, requireHolder } from '../tokens/index.ts';
import { type EndpointRequest, type EndpointResponse, json } from './request.ts';

/** OpenID Connect Core 1.0 section 5.3; developer guide, "UserInfo endpoint": for access tokens with the scope `openid`. */
export async function userInfoEndpoint(
  context: CognitoContext,
  { headers }: EndpointRequest,
  poolId: string,
  nowMs: number,
): Promise<EndpointResponse> {
  const token = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (token === undefined) return refused('Access token is missing');
  try {
    const { pool, user, client } = await requireHolder(context, token, nowMs, 'openid');
    if (pool.id !== poolId) return refused('Access token is of another user pool');
    return json(200, { sub: user.sub, ...readableAttributes(user, client), username: user.username });
  } catch (error) {
    if (error instanceof ServiceError) return refused(error.message);
    throw error;
  }
}

/** RFC 6750 section 3.1. */
function refused(description: string): EndpointResponse {
  const challenge = `error="invalid_token", error_description="${description}"`;
  const body = { error: 'invalid_token', error_description: description };
  return json(401, body, ['WWW-Authenticate', `Bearer ${challenge}`]);
}
