import type { CognitoContext } from '../context.ts';
import type { PoolPlace } from '../documents/index.ts';
import { publicKeySet, requirePoolKeys } from '../tokens/index.ts';
import { type EndpointResponse, json } from './request.ts';

/** As long as a client may keep what changes when keys do. */
const FRESH = ['Cache-Control', 'public, max-age=300'];

/** The pool's JWK Set, at its issuer. */
export async function keySetEndpoint(
  { store }: CognitoContext,
  { scope, poolId }: PoolPlace,
): Promise<EndpointResponse> {
  return json(200, publicKeySet(await requirePoolKeys(store, scope, poolId)), FRESH);
}

/** OpenID Connect Discovery 1.0 section 3, without an endpoint to authorize: there are no hosted pages. */
export function configurationEndpoint({ issuerOf }: CognitoContext, { scope, poolId }: PoolPlace): EndpointResponse {
  const issuer = issuerOf(scope, poolId);
  const configuration = {
    id_token_signing_alg_values_supported: ['RS256'],
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    response_types_supported: ['code', 'token'],
    revocation_endpoint: `${issuer}/oauth2/revoke`,
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    subject_types_supported: ['public'],
    token_endpoint: `${issuer}/oauth2/token`,
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    userinfo_endpoint: `${issuer}/oauth2/userInfo`,
  };
  return json(200, configuration, FRESH);
}
