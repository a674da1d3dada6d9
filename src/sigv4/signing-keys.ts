import { createHmac } from 'node:crypto';
import type { CredentialScope } from './credential-scope.ts';
import { SIGNATURE_LIMITS } from './limits.ts';
import type { SigningSecret } from './signed-request.ts';

/** Derives signing keys and keeps the ones used last: a key serves a whole day and costs four HMACs to derive. */
export interface SigningKeys {
  get(secret: SigningSecret, scope: CredentialScope): Buffer;
}

interface Entry {
  readonly secretAccessKey: string;
  readonly key: Buffer;
}

/** @param capacity how many keys are kept */
export function createSigningKeys(capacity: number = SIGNATURE_LIMITS.signingKeys): SigningKeys {
  const entries = new Map<string, Entry>();
  return {
    get({ accessKeyId, secretAccessKey }, scope) {
      const id = `${accessKeyId}/${scope.date}/${scope.region}/${scope.service}`;
      const known = entries.get(id);
      if (known && known.secretAccessKey === secretAccessKey) {
        // A Map lists in the order of insertion, so putting it back makes it the last to go.
        entries.delete(id);
        entries.set(id, known);
        return known.key;
      }
      const key = deriveSigningKey(secretAccessKey, scope);
      entries.delete(id);
      entries.set(id, { secretAccessKey, key });
      const oldest = entries.keys().next();
      if (entries.size > capacity && !oldest.done) entries.delete(oldest.value);
      return key;
    },
  };
}

/** The key that signs requests of one day to one service in one region. */
export function deriveSigningKey(secretAccessKey: string, { date, region, service }: CredentialScope): Buffer {
  const parts = [date, region, service, 'aws4_request'];
  return parts.reduce<Buffer>(hmac, Buffer.from(`AWS4${secretAccessKey}`, 'utf8'));
}

export function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
