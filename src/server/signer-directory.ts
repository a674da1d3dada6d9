import type { CredentialSource } from '../control/index.ts';
import type { CredentialDirectory } from '../gateway/index.ts';
import { deriveSigningKey } from '../sigv4/index.ts';

/** The service that callers of APIs sign for. */
const SERVICE = 'execute-api';

/**
 * Tells gateways who signs. They never see a secret: what they are given verifies requests to APIs of one day and region,
 * and none to any other service.
 */
export function createSignerDirectory(credentials: CredentialSource): CredentialDirectory {
  return {
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
