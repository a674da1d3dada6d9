import { randomFillSync } from 'node:crypto';
import type { Gateway } from '../gateway/index.ts';
import type { Exchange } from '../http/index.ts';
import type { AwsAccess, LimitProfile, SpanSink, TracingTerms, VpcEndpoint } from '../model/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import type { ControlSide } from './control-side.ts';
import { describeError } from './describe-error.ts';
import type { Log } from './log.ts';
import { loadSnapshot } from './stage-snapshots.ts';
import type { ThrottleOffice } from './usage-plans/index.ts';
import { createUserPools, type UserPoolIssuers } from './user-pools.ts';
import { targetsOf, type VpcLinkTargets } from './vpc-link-targets.ts';

export interface LocalGatewayOptions {
  readonly control: ControlSide;
  readonly throttles: ThrottleOffice;
  readonly limits: LimitProfile;
  readonly aws: AwsAccess;
  readonly vpcLinks: VpcLinkTargets;
  readonly vpcEndpoints: readonly VpcEndpoint[];
  readonly userPoolIssuers: UserPoolIssuers;
  readonly recentRequests: number;
  readonly telemetry: Pick<Telemetry, 'observeStage' | 'logs' | 'deliveries'>;
  readonly spans: SpanSink | undefined;
  readonly tracing: TracingTerms;
  readonly log: Log;
}

/** Features A18, API_CONFIGURATION_ERROR. */
const INTERNAL_ERROR = Buffer.from('{"message":"Internal server error"}');
/** How often requests of quotas whose lease ran out are given back; workers do it as often. */
const SETTLE_MS = 1_000;

export interface LocalGateway {
  handle(exchange: Exchange): void;
  /** Undefined before the first request. */
  loaded(): Gateway | undefined;
}

/**
 * The data plane inside the control process, for requests to APIs on the control port. Most installations never send one,
 * so it is loaded by the first.
 */
export function createLocalGateway(options: LocalGatewayOptions): LocalGateway {
  let gateway: Promise<Gateway> | undefined;
  let loaded: Gateway | undefined;
  return {
    handle(exchange) {
      gateway ??= load(options);
      gateway.then(
        (ready) => {
          loaded = ready;
          ready.handle(exchange);
        },
        (error: unknown) => {
          // The next request tries again.
          gateway = undefined;
          options.log.error('The gateway of the control port could not be loaded.', { error: describeError(error) });
          exchange.respond(500, ['Content-Type', 'application/json'], INTERNAL_ERROR);
        },
      );
    },
    loaded: () => loaded,
  };
}

async function load(options: LocalGatewayOptions): Promise<Gateway> {
  const { control, throttles, limits, aws, userPoolIssuers, telemetry, log } = options;
  const { store, directory, domains, usage, lambda } = control;
  const [{ createGateway, createMemoryCache }, { H1Client }] = await Promise.all([
    import('../gateway/index.ts'),
    import('../http/index.ts'),
  ]);
  const gateway = createGateway({
    loadSnapshot: async (ref) => {
      const snapshot = await loadSnapshot(store, ref);
      if (snapshot === undefined) throw new Error(`Stage ${ref.stageName} of API ${ref.apiId} is deployed no more.`);
      return snapshot;
    },
    loadUsagePlans: (scope) => usage.directory.snapshot(scope),
    leaseTokens: async (ask) => throttles.lease(ask),
    leaseQuota: (ask) => usage.ledger.lease(ask),
    limitProfile: () => limits,
    awsAccess: () => aws,
    credentials: control.credentials,
    userPools: createUserPools(userPoolIssuers, control.userPools.find),
    functions: lambda.invoker,
    upstream: new H1Client(),
    responseCache: createMemoryCache(() => performance.now()),
    vpcLinkTargets: (vpcLink) => targetsOf(vpcLink, options.vpcLinks),
    vpcEndpoints: () => options.vpcEndpoints,
    now: Date.now,
    nowMs: () => performance.now(),
    random: Math.random,
    fillRandom: (bytes) => void randomFillSync(bytes),
    observeStage: telemetry.observeStage,
    logs: () => telemetry.logs,
    deliveries: () => telemetry.deliveries,
    spans: () => options.spans,
    tracing: () => options.tracing,
    recentRequests: () => options.recentRequests,
    warn: log.warn,
  });
  gateway.setStages(directory.list());
  gateway.setDomains(domains.list());
  control.identities.subscribe(async () => gateway.forgetSigners());
  domains.subscribe({
    putDomain: (domain) => gateway.putDomain(domain),
    removeDomain: (domain) => gateway.removeDomain(domain),
    setDomains: (all) => gateway.setDomains(all),
  });
  directory.subscribe({
    putStage: (ref) => gateway.putStage(ref),
    removeStage: (ref) => gateway.removeStage(ref.apiId, ref.stageName),
    setStages: (refs) => gateway.setStages(refs),
    flushStageCache: (ref) => gateway.flushStageCache(ref.apiId, ref.stageName),
  });
  usage.attach({
    putUsagePlans: (change) => gateway.usage.putUsagePlans(change),
    forgetUsagePlans: () => gateway.usage.forgetUsagePlans(),
    settleQuotas: async () => gateway.usage.settle(true),
  });
  setInterval(() => usage.ledger.giveBack(gateway.usage.settle(false)), SETTLE_MS).unref();
  await throttles.join({
    ownThrottles: async (levels) => gateway.usage.ownThrottles(levels),
    shareThrottles: async () => gateway.usage.shareThrottles(),
    throttleLevels: async () => gateway.usage.throttleLevels(),
  });
  return gateway;
}
