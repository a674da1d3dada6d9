import type { UserPools } from '../gateway/index.ts';
import { fetchJson } from './fetch-json.ts';

/** Where pools are, by a pool's ARN or by region; pools of other regions are Amazon's. */
export type UserPoolIssuers = Readonly<Record<string, string>>;

/**
 * Finds user pools, by ARN, and the issuers that JWT authorizers name, by URL. A region leads to a server that answers for all
 * its pools below their ids, as Cognito does; an ARN leads to the issuer that stands for one pool. Pools of this installation go before both.
 */
export function createUserPools(issuers: UserPoolIssuers, findLocal: UserPools['findLocal'] = noPool): UserPools {
  const locationOf = (poolArn: string): string => {
    if (Object.hasOwn(issuers, poolArn)) return issuers[poolArn] ?? '';
    const { region, poolId } = partsOf(poolArn);
    return Object.hasOwn(issuers, region) ? `${issuers[region]}/${poolId}` : amazonIssuer(poolArn);
  };
  return {
    findLocal,
    // Stand-ins for Cognito sign in its name. What counts is whose keys the signature is checked with.
    issuersOf: (poolArn) => [locationOf(poolArn), amazonIssuer(poolArn)],
    async fetchKeySet(poolArn) {
      if (!poolArn.startsWith('arn:')) return discoverIssuer(poolArn);
      const location = locationOf(poolArn);
      return (await fetchJson(`${location}/.well-known/jwks.json`)) ?? discoverKeySet(location);
    },
  };
}

function noPool(): undefined {
  return undefined;
}

/** OpenID Connect Discovery 1.0, section 4. The keys must be on the issuer's own server. */
async function discoverKeySet(location: string): Promise<unknown> {
  const found = await fetchJson(`${location}/.well-known/openid-configuration`);
  const uri = typeof found === 'object' && found !== null && 'jwks_uri' in found ? found.jwks_uri : undefined;
  if (typeof uri !== 'string' || new URL(uri).origin !== new URL(location).origin) {
    throw new Error('no jwks_uri of its own');
  }
  return fetchJson(uri);
}

/**
 * The keys of an issuer that a JWT authorizer names: the issuer says where they are, perhaps on another server, as large
 * providers do. What it says must be about itself, and over https unless it is on the issuer's own server.
 */
async function discoverIssuer(issuer: string): Promise<unknown> {
  const found = await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { issuer: named, jwks_uri: uri } = (found ?? {}) as { readonly issuer?: unknown; readonly jwks_uri?: unknown };
  if (named !== issuer) throw new Error('a discovery document of another issuer');
  if (typeof uri !== 'string' || !URL.canParse(uri)) throw new Error('no jwks_uri');
  if (new URL(uri).protocol !== 'https:' && new URL(uri).origin !== new URL(issuer).origin) {
    throw new Error('a jwks_uri without https');
  }
  return fetchJson(uri);
}

/** Of `arn:aws:cognito-idp:REGION:ACCOUNT:userpool/ID`. */
function partsOf(poolArn: string): { readonly region: string; readonly poolId: string } {
  const [, , , region = '', , resource = ''] = poolArn.split(':');
  return { region, poolId: resource.replace('userpool/', '') };
}

function amazonIssuer(poolArn: string): string {
  const { region, poolId } = partsOf(poolArn);
  return `https://cognito-idp.${region}.amazonaws.com/${poolId}`;
}
