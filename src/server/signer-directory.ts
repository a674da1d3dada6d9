import type { CredentialSource } from '../control/index.ts';
import type { CredentialDirectory } from '../gateway/index.ts';
import type { StsService } from '../services/sts/index.ts';
import { deriveSigningKey } from '../sigv4/index.ts';

/** The service that callers of APIs sign for. */
const SERVICE = 'execute-api';

/**
 * Tells gateways who signs. They never see a secret of his: what they are given verifies requests to APIs of one day and region,
 * and none to any other service; to call on as he, they get credentials for a short while.
 */
export function createSignerDirectory(
  credentials: CredentialSource,
  forward: StsService['forward'],
  now: () => number,
): CredentialDirectory {
  return {
    async issueCredentials(key) {
      const found = await credentials.find(key.accessKeyId, key.sessionToken);
      return found && forward(key, found.principal, now());
    },
    async findSigner(accessKeyId, scope, givenToken) {
      const found = scope.service === SERVICE ? await credentials.find(accessKeyId, givenToken) : undefined;
      if (found === undefined) return undefined;
      const { secretAccessKey, sessionToken, policies } = found;
      const { accessKeyId: _, ...principal } = found.principal;
      return {
        signingKey: deriveSigningKey(secretAccessKey, scope),
        ...(sessionToken !== undefined && { sessionToken }),
        principal,
        policies,
      };
    },
  };
}
