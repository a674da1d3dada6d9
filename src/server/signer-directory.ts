import type { CredentialSource } from '../control/index.ts';
import type { CredentialDirectory } from '../gateway/index.ts';
import { deriveSigningKey } from '../sigv4/index.ts';

/** The service that callers of APIs sign for. */
const SERVICE = 'execute-api';

/** The root user may do everything, whatever policies say of others. */
const EVERYTHING = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
});

/**
 * Tells gateways who signs. They never see a secret: what they are given verifies requests to APIs of one day and region,
 * and none to any other service.
 */
export function createSignerDirectory(credentials: CredentialSource): CredentialDirectory {
  return {
    async findSigner(accessKeyId, scope) {
      const credential = scope.service === SERVICE ? await credentials.find(accessKeyId) : undefined;
      if (credential === undefined) return undefined;
      const { secretAccessKey, sessionToken, principal } = credential;
      return {
        signingKey: deriveSigningKey(secretAccessKey, scope),
        ...(sessionToken !== undefined && { sessionToken }),
        principal: { arn: principal.arn, accountId: principal.accountId, userId: principal.userId },
        policies: { identity: [EVERYTHING] },
      };
    },
  };
}
