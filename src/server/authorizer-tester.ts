import { randomFillSync } from 'node:crypto';
import type { StreamingInvoker, TestAuthorizer } from '../model/index.ts';
import { createUserPools, type UserPoolIssuers } from './user-pools.ts';

/** Tests authorizers in the control process, where the gateway's code is loaded by the first test. */
export function lateAuthorizerTester(functions: StreamingInvoker, issuers: UserPoolIssuers): TestAuthorizer {
  let tester: Promise<TestAuthorizer> | undefined;
  const load = async (): Promise<TestAuthorizer> => {
    const { createAuthorizerTester } = await import('../gateway/index.ts');
    return createAuthorizerTester({
      functions,
      userPools: createUserPools(issuers),
      now: Date.now,
      nowMs: () => performance.now(),
      fillRandom: (bytes) => void randomFillSync(bytes),
    });
  };
  return async (test) => {
    tester ??= load();
    return (await tester)(test);
  };
}
