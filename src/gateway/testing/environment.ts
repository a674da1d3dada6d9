import { randomFillSync } from 'node:crypto';
import { H1Client } from '../../http/index.ts';
import type { HttpStageSnapshot, StageSnapshot } from '../../model/index.ts';
import type { GatewayEnvironment } from '../gateway.ts';
import { createMemoryCache } from '../response-cache/index.ts';
import { invokerOf, refusing } from './functions.ts';
import { NO_USAGE_PLANS } from './usage.ts';

/** Nobody can show who he is. */
export const NO_CALLERS: Pick<GatewayEnvironment, 'credentials' | 'userPools'> = {
  credentials: { findSigner: async () => undefined, issueCredentials: async () => undefined },
  userPools: { issuersOf: () => [], fetchKeySet: async () => ({ keys: [] }), findLocal: () => undefined },
};

/** What stands around a gateway that serves these snapshots, where a test does not care: real time, no plans, no functions. */
export function environmentOf(snapshots: readonly (StageSnapshot | HttpStageSnapshot)[]): GatewayEnvironment {
  return {
    ...NO_USAGE_PLANS,
    vpcLinkTargets: () => undefined,
    vpcEndpoints: () => [],
    ...NO_CALLERS,
    limitProfile: () => 'relaxed',
    awsAccess: () => ({ endpoints: {} }),
    functions: invokerOf(refusing('NotFound')),
    upstream: new H1Client({ limits: { connectTimeoutMs: 500 } }),
    responseCache: createMemoryCache(Date.now),
    now: Date.now,
    nowMs: () => performance.now(),
    random: Math.random,
    fillRandom: (bytes) => void randomFillSync(bytes),
    observeStage: () => () => undefined,
    logs: () => undefined,
    recentRequests: () => 0,
    warn: () => undefined,
    async loadSnapshot(ref) {
      const found = snapshots.find(
        (one) =>
          one.ref.apiId === ref.apiId && one.ref.stageName === ref.stageName && one.ref.revision === ref.revision,
      );
      if (found === undefined) throw new Error('no snapshot');
      return found;
    },
  };
}
