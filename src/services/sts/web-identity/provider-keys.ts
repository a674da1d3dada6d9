import type { CryptoKey } from 'jose';
import type { StsContext } from '../context.ts';
import { idpCommunicationError } from '../errors.ts';
import { STS_LIMITS } from '../limits.ts';

/** The public keys of identity providers by key id. */
export interface ProviderKeys {
  /** @throws {ServiceError} `IDPCommunicationError` when they cannot be had */
  find(issuer: string, keyId: string | undefined, algorithm: string, nowMs: number): Promise<CryptoKey | undefined>;
}

interface KnownKeys {
  readonly keys: readonly Jwk[];
  readonly fetchedAtMs: number;
}

type Jwk = Readonly<Record<string, unknown>>;

/** Fetched by the first token of a provider, again after an hour, and for a key id that is not known, but not more often. */
export function createProviderKeys(fetchJson: StsContext['fetchJson']): ProviderKeys {
  const known = new Map<string, KnownKeys>();
  /** Anybody may show a token, so those that come together ask the provider once. */
  const fetching = new Map<string, Promise<readonly Jwk[]>>();

  function fetchOnce(issuer: string, nowMs: number): Promise<readonly Jwk[]> {
    const running = fetching.get(issuer);
    if (running) return running;
    const started = fetchKeys(fetchJson, issuer)
      .then((keys) => {
        known.set(issuer, { keys, fetchedAtMs: nowMs });
        return keys;
      })
      .finally(() => fetching.delete(issuer));
    fetching.set(issuer, started);
    return started;
  }

  async function keysOf(issuer: string, keyId: string | undefined, nowMs: number): Promise<readonly Jwk[]> {
    const before = known.get(issuer);
    const ageMs = before === undefined ? Number.POSITIVE_INFINITY : nowMs - before.fetchedAtMs;
    const hasKey = before?.keys.some(({ kid }) => kid === keyId) === true;
    if (before && ageMs < (hasKey ? STS_LIMITS.keysFreshMs : STS_LIMITS.keysAgainMs)) return before.keys;
    try {
      return await fetchOnce(issuer, nowMs);
    } catch (error) {
      if (before && hasKey) return before.keys;
      const reason = error instanceof Error ? error.message : String(error);
      throw idpCommunicationError(`Couldn't retrieve verification key from your identity provider: ${reason}`);
    }
  }

  return {
    async find(issuer, keyId, algorithm, nowMs) {
      const keys = await keysOf(issuer, keyId, nowMs);
      const jwk = keys.find(({ kid }) => keyId === undefined || kid === keyId);
      if (jwk === undefined || (jwk.use !== undefined && jwk.use !== 'sig')) return undefined;
      if (jwk.alg !== undefined && jwk.alg !== algorithm) return undefined;
      const { importJWK } = await import('jose');
      // Of the key only its public numbers are taken over.
      const { kty, n, e, crv, x, y } = jwk;
      const key = await importJWK({ kty, n, e, crv, x, y } as Parameters<typeof importJWK>[0], algorithm).catch(
        () => undefined,
      );
      return key instanceof Uint8Array ? undefined : key;
    },
  };
}

/** OpenID Connect Discovery 1.0, section 4: the document names its issuer and where the keys are. */
async function fetchKeys(fetchJson: StsContext['fetchJson'], issuer: string): Promise<readonly Jwk[]> {
  const found = await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { issuer: named, jwks_uri: uri } = fieldsOf(found);
  if (named !== issuer || typeof uri !== 'string') throw new Error('its configuration is not that of this issuer');
  if (new URL(uri).protocol !== new URL(issuer).protocol) throw new Error('its keys are not behind the same protocol');
  const { keys } = fieldsOf(await fetchJson(uri));
  if (!Array.isArray(keys)) throw new Error('it publishes no keys');
  return keys.slice(0, 100).map(fieldsOf);
}

function fieldsOf(value: unknown): Jwk {
  return typeof value === 'object' && value !== null ? (value as Jwk) : {};
}
