import type { Exchange } from '../http/index.ts';
import type { RequestObserver, StageRef } from '../model/index.ts';
import { type Address, type AddressProblem, addressOf, atDefaultStage, DEFAULT_STAGE } from './addressing/index.ts';
import { IssuerKeys } from './authorizers/index.ts';
import { AwsSigner } from './aws-services/index.ts';
import { type CompileEnvironment, compileStage } from './compile/index.ts';
import { DomainTable } from './domains/index.ts';
import { RecentRequests, withoutBodies } from './explanations/index.ts';
import type { Gateway, GatewayEnvironment, StagePlan } from './gateway.ts';
import type { GatewayFailure } from './gateway-responses/index.ts';
import { KnownSigners } from './iam/index.ts';
import { configurationError, type MethodOutcome } from './method/index.ts';
import { type AddIds, sendOutcome, withHttpApiId } from './pipeline/index.ts';
import { IdSource, UnaddressedRequest } from './request-context/index.ts';
import { StageTable } from './stages/index.ts';
import { bridgedPlan } from './trace-bridge/index.ts';
import { UsageLimits, UsagePlans } from './usage-plans/index.ts';
import { VpcEndpointTable } from './vpc-endpoints/index.ts';
import { TargetGroups } from './vpc-links/index.ts';

/** For an API or a stage that does not exist, AWS answers like this; it does not tell which it is. */
const FORBIDDEN: GatewayFailure = { kind: 'failure', type: 'FORBIDDEN' };

/** For an HTTP API without a stage that is meant (fact D125). */
const NOT_FOUND: MethodOutcome = {
  kind: 'response',
  status: 404,
  headers: ['Content-Type', 'application/json'],
  body: Buffer.from('{"message":"Not Found"}'),
};

const UNADDRESSED: Readonly<Record<AddressProblem, MethodOutcome>> = {
  forbidden: FORBIDDEN,
  /** What AWS answers to health checks (fact D16). */
  health: { kind: 'response', status: 200, headers: ['Content-Type', 'text/plain'], body: Buffer.from('healthy') },
  malformed: { kind: 'failure', type: 'BAD_REQUEST' },
  nobody: {
    kind: 'failure',
    type: 'NOT_ADDRESSED',
  },
};

/** Makes the data plane of one worker. It serves nothing until it is told of stages. */
export function createGateway(environment: GatewayEnvironment): Gateway {
  const ids = new IdSource(environment.fillRandom);
  let observe: RequestObserver | undefined;
  const usagePlans = new UsagePlans((scope) => environment.loadUsagePlans(scope));
  const usageLimits = new UsageLimits(environment, () => environment.now());
  const signers = new KnownSigners(environment.credentials, environment.now);
  let table: VpcEndpointTable | undefined;
  const endpoints = (): VpcEndpointTable => (table ??= new VpcEndpointTable(environment.vpcEndpoints()));
  const domains = new DomainTable(endpoints);
  const recent = new RecentRequests(environment.recentRequests, environment.nowMs);
  const shared = {
    ids,
    recent,
    logStream: logStreamName(environment),
    usagePlans,
    usageLimits,
    awsSigner: new AwsSigner(environment),
    targets: new TargetGroups(environment),
    endpoints,
    issuerKeys: new IssuerKeys(environment.userPools, environment.now),
    signers,
  };
  let httpApiIds: IdSource | undefined;
  const load = async (ref: StageRef, compiling: CompileEnvironment): Promise<StagePlan> => {
    const snapshot = await environment.loadSnapshot(ref);
    if ('deployment' in snapshot) return compileStage(snapshot, compiling);
    const { compileHttpStage, HttpApiIds } = await import('./http-apis/index.ts');
    httpApiIds ??= new HttpApiIds(environment.fillRandom);
    return compileHttpStage(snapshot, compiling, httpApiIds);
  };
  const stages = new StageTable(async (ref) => {
    const plan = await load(ref, { ...environment, ...shared });
    return environment.tracing?.().traceparent === 'bridge' ? bridgedPlan(plan, ids) : plan;
  });

  const answer = (exchange: Exchange, outcome: MethodOutcome, addIds?: AddIds): void => {
    observe ??= environment.observeStage(undefined);
    sendOutcome(exchange, new UnaddressedRequest(exchange, ids, observe, environment.warn), outcome, addIds);
  };
  /** Where an HTTP API has no stage of the name, the whole path is for its stage `$default` (fact D125). */
  const handleElsewhere = (exchange: Exchange, address: Address): void => {
    if (!stages.isHttpApi(address.apiId)) answer(exchange, FORBIDDEN);
    else if (address.domain !== undefined || address.stageName === DEFAULT_STAGE)
      answer(exchange, NOT_FOUND, withHttpApiId);
    else find(exchange, atDefaultStage(exchange, address));
  };
  const find = (exchange: Exchange, address: Address): void => {
    const plan = stages.find(address.apiId, address.stageName);
    if (plan === undefined) handleElsewhere(exchange, address);
    else if (!(plan instanceof Promise)) handle(plan, exchange, address);
    else
      plan.then(
        (ready) => handle(ready, exchange, address),
        (error: unknown) => answer(exchange, defect(error)),
      );
  };
  const forget = (isDeployed: (apiId: string, stageName: string) => boolean): void => {
    environment.responseCache.keep(isDeployed);
    recent.forget(isDeployed);
  };
  const handle = (plan: StagePlan, exchange: Exchange, address: Address): void => {
    try {
      plan.handle(exchange, address);
    } catch (error) {
      answer(exchange, defect(error));
    }
  };

  return {
    handle(exchange) {
      const address = addressOf(exchange, domains);
      if (typeof address === 'string') {
        answer(exchange, UNADDRESSED[address]);
        return;
      }
      find(exchange, address);
    },
    setStages(refs) {
      stages.set(refs);
      const deployed = new Set(refs.map((ref) => `${ref.apiId}/${ref.stageName}`));
      forget((apiId, stageName) => deployed.has(`${apiId}/${stageName}`));
    },
    setDomains: (list) => domains.set(list),
    putDomain: (domain) => domains.put(domain),
    removeDomain: (domain) => domains.remove(domain),
    forgetSigners: () => signers.forget(),
    putStage: (ref) => stages.put(ref),
    removeStage(apiId, stageName) {
      stages.remove(apiId, stageName);
      forget((api, stage) => api !== apiId || stage !== stageName);
    },
    flushStageCache: (apiId, stageName) => environment.responseCache.flush(apiId, stageName),
    listRequests: (query) => recent.list(query),
    findRequest(requestId, withBodies) {
      const found = recent.find(requestId);
      return found === undefined || withBodies ? found : withoutBodies(found);
    },
    async explain(order) {
      const ref = stages.refOf(order.apiId, order.stage);
      if (ref === undefined) return undefined;
      // Few ask for it, so it is loaded by the first who does.
      const { explainStage } = await import('./test-invoke/explain-stage.ts');
      return explainStage(order, { ...environment, ...shared }, (compiling) => load(ref, compiling));
    },
    usage: {
      putUsagePlans: (change) => usagePlans.apply(change),
      forgetUsagePlans: () => usagePlans.clear(),
      ownThrottles: (levels) => usageLimits.ownThrottles(levels),
      shareThrottles: () => usageLimits.shareThrottles(),
      throttleLevels: () => usageLimits.levels(),
      settle: (all) => usageLimits.settle(all),
    },
  };
}

/** What should not happen: the client gets AWS's 500, the operator the stack. */
function defect(error: unknown): GatewayFailure {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return configurationError(`A defect of the gateway: ${text}`);
}

/** An opaque name, as those of AWS's streams (telemetry E.3). */
function logStreamName({ fillRandom }: GatewayEnvironment): string {
  const bytes = Buffer.alloc(16);
  fillRandom(bytes);
  return bytes.toString('hex');
}
