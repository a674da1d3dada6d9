import { randomFillSync } from 'node:crypto';
import type { UserPools } from '../gateway/index.ts';
import type { StreamingInvoker, TestAuthorizer } from '../model/index.ts';

/** Tests authorizers in the control process, where the gateway's code is loaded by the first test. */
export function lateAuthorizerTester(functions: StreamingInvoker, pools: () => UserPools): TestAuthorizer {
  let tester: Promise<TestAuthorizer> | undefined;
  const load = async (): Promise<TestAuthorizer> => {
    const { createAuthorizerTester } = await import('../gateway/index.ts');
    return createAuthorizerTester({
      functions,
      userPools: pools(),
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
