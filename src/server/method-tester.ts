import { randomFillSync } from 'node:crypto';
import { once } from '../aws/index.ts';
import type { AwsAccess, LimitProfile, MethodTester, StreamingInvoker, TestedRequest } from '../model/index.ts';
import { targetsOf, type VpcLinkTargets } from './vpc-link-targets.ts';

/** What methods lead to in a test. */
export interface TestBackends {
  readonly functions: StreamingInvoker;
  readonly aws: AwsAccess;
  readonly vpcLinks: VpcLinkTargets;
  /** Told of every test that is over. */
  tested(request: TestedRequest): void;
}

/**
 * Tests methods by the data plane's own code, in the control process. It is loaded by the first test, and knows nothing of
 * stages, keys or limits.
 */
export function createLazyMethodTester(backends: TestBackends, limits: LimitProfile): MethodTester {
  const loaded = once(() => load(backends, limits));
  return async (test) => (await loaded())(test);
}

async function load({ functions, aws, vpcLinks, tested }: TestBackends, limits: LimitProfile): Promise<MethodTester> {
  const [{ createMethodTester }, { H1Client }] = await Promise.all([
    import('../gateway/index.ts'),
    import('../http/index.ts'),
  ]);
  return createMethodTester({
    functions,
    upstream: new H1Client(),
    awsAccess: () => aws,
    vpcLinkTargets: (vpcLink) => targetsOf(vpcLink, vpcLinks),
    limitProfile: () => limits,
    now: Date.now,
    nowMs: () => performance.now(),
    tested,
    fillRandom: (bytes) => void randomFillSync(bytes),
  });
}
