import { generateKeyPair, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { PASSWORD_TERMS } from '../passwords/index.ts';
import { type CognitoContext, poolArn, poolIds } from '../services/cognito-idp/index.ts';
import type { Store } from '../store/index.ts';

/** What user pools need of the process that they live in. */
export interface UserPoolSurroundings extends Pick<CognitoContext, 'publisher' | 'deliver'> {
  issuerOf(poolArn: string): string;
}

/** What the user pool service works with: real randomness, and keys that a thread of the pool makes. */
export function userPoolContext(store: Store, { publisher, deliver, issuerOf }: UserPoolSurroundings): CognitoContext {
  return {
    store,
    ids: poolIds(randomInt, { uuid: randomUUID, bytes: randomBytes }),
    async makeKeyPair() {
      const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
      return { publicKey: publicKey.export({ format: 'jwk' }), privateKey: privateKey.export({ format: 'jwk' }) };
    },
    passwordTerms: PASSWORD_TERMS,
    deliver,
    publisher,
    issuerOf: (scope, poolId) => issuerOf(poolArn(scope, poolId)),
  };
}
