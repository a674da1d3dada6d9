import { newSecretAccessKey, uniqueId } from '../../../aws/index.ts';
import type { StsContext } from '../context.ts';
import { type SessionTerms, sealToken } from './token.ts';

/** Makes temporary credentials, as answers show them. */
export function issueSession({ sealer, randomBytes }: StsContext, terms: SessionTerms) {
  const accessKeyId = uniqueId('ASIA', randomBytes);
  const secretAccessKey = newSecretAccessKey(randomBytes);
  return {
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: sealToken(sealer, accessKeyId, secretAccessKey, terms),
    Expiration: new Date(terms.expiresAtMs),
  };
}
