import { documentId, domainPlaces, installation, type PoolPlace, poolDomains, poolPlaces } from '../documents/index.ts';
import type { SignInContext } from '../sign-in/index.ts';
import { configurationEndpoint, keySetEndpoint } from './discovery.ts';
import { type EndpointPlace, endpointPlace } from './place.ts';
import { type EndpointAnswer, type EndpointRequest, json } from './request.ts';
import { revokeEndpoint } from './revoke.ts';
import { tokenEndpoint } from './token.ts';
import { userInfoEndpoint } from './user-info.ts';

const NOT_FOUND = json(404, { message: 'Not Found' });
const NOT_ALLOWED = json(405, { error: 'invalid_request' });

/** What user pools answer over plain HTTP. */
export function createAnswer(context: SignInContext): EndpointAnswer {
  const { store } = context;

  async function find({ pool }: EndpointPlace): Promise<PoolPlace | undefined> {
    const found =
      'id' in pool
        ? await store.get(poolPlaces, installation, documentId(pool.id))
        : await store.get(domainPlaces, installation, documentId(pool.region, pool.domain));
    return found?.value;
  }

  /** A pool has an authorization server when it has a domain (developer guide, "Configuring a user pool domain"). */
  async function hasDomain({ scope, poolId }: PoolPlace): Promise<boolean> {
    return (await store.list(poolDomains, scope)).some(({ value }) => value.poolId === poolId);
  }

  async function answerOAuth(endpoint: string, request: EndpointRequest, { poolId }: PoolPlace, nowMs: number) {
    switch (endpoint) {
      case 'oauth2/token':
        return request.method === 'POST' ? tokenEndpoint(context, request, poolId, nowMs) : NOT_ALLOWED;
      case 'oauth2/revoke':
        return request.method === 'POST' ? revokeEndpoint(context, request, poolId) : NOT_ALLOWED;
      case 'oauth2/userInfo':
        return userInfoEndpoint(context, request, poolId, nowMs);
      case 'oauth2/authorize':
      case 'login':
      case 'logout':
        return json(501, { message: 'Sallyport does not implement the hosted sign-in pages of user pools.' });
      default:
        return NOT_FOUND;
    }
  }

  return async (request, nowMs) => {
    const asked = endpointPlace(request);
    const place = asked && (await find(asked));
    if (asked === undefined || place === undefined) return NOT_FOUND;
    if (asked.endpoint === '.well-known/jwks.json') return keySetEndpoint(context, place);
    if (asked.endpoint === '.well-known/openid-configuration') return configurationEndpoint(context, place);
    return (await hasDomain(place)) ? answerOAuth(asked.endpoint, request, place, nowMs) : NOT_FOUND;
  };
}
