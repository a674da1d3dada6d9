import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCallerDoor, createControlPlane, createOperatorDoor } from '../control/index.ts';
import type { H1Listener } from '../http/index.ts';
import type { FunctionContainment } from '../model/index.ts';
import { packageVersion } from '../package/index.ts';
import { CALL_RATES, freezeApi, quotaUsage } from '../services/apigateway/index.ts';
import { type Store, StoreOpenError } from '../store/index.ts';
import { sealStore } from '../store/sealed/index.ts';
import { openSqliteStore } from '../store/sqlite/index.ts';
import {
  type AuditTrail,
  type Family,
  type Otlp,
  openAuditTrail,
  renderPage,
  StageTotals,
  type Telemetry,
} from '../telemetry/index.ts';
import { auditCalls } from './audit.ts';
import { awsAccess } from './aws-access.ts';
import { createAwsClient } from './aws-client.ts';
import { createCodePort } from './code-port.ts';
import { createConsolePort } from './console-port.ts';
import { createControlPort } from './control-port.ts';
import { type ControlSide, createControlSide, resetControlSide } from './control-side.ts';
import { type Account, type DataDirectory, openDataDirectory } from './data-directory/index.ts';
import { describeError } from './describe-error.ts';
import { createFirehose } from './firehose.ts';
import { forgetting } from './forgetting.ts';
import { createFunctionUrlPort, MAX_BODY_BYTES } from './function-urls/index.ts';
import { startGatewayMetrics } from './gateway-metrics.ts';
import { type Https, prepareHttps } from './https.ts';
import { type LocalCounts, startLocalCounts } from './local-counts.ts';
import { createLocalGateway } from './local-gateway.ts';
import type { Log } from './log.ts';
import { startLogExpiry } from './logs.ts';
import { processFamilies, type WorkerMetrics, workerFamilies } from './metrics-page.ts';
import { openPorts, type PortAddresses, reachableUrl } from './open-ports.ts';
import {
  accessEndpoint,
  createDataSize,
  createRequestExplorer,
  createVisibleRequests,
  deploymentDiffEndpoint,
  functionsEndpoint,
  limitsEndpoint,
  quotasEndpoint,
  requestsEndpoints,
  systemEndpoint,
  templateEndpoint,
} from './operator/index.ts';
import { startOtlp } from './otlp.ts';
import { createPoolPort } from './pool-port.ts';
import type { Settings } from './settings/index.ts';
import type { StageDirectory } from './stage-directory.ts';
import { StartError } from './start-error.ts';
import { logGroupPlace, openTelemetry } from './telemetry.ts';
import { tracingOf } from './tracing.ts';
import { createThrottleOffice } from './usage-plans/index.ts';
import type { WorkerPool } from './worker/pool.ts';
import { type Scaler, startScaler } from './worker/scaler.ts';
import { startWorkers, subscribeWorkers, warnOfDomains } from './workers.ts';

/** The largest body of a request to an operator's endpoint: one of 10 MB for a stage, as base64. */
const OPERATOR_BODY_BYTES = 16_777_216;

/** What has been started so far and must be ended again. */
export interface Parts {
  data?: DataDirectory;
  telemetry?: Telemetry;
  localCounts?: LocalCounts;
  stopGatewayMetrics?: () => void;
  otlp?: Otlp;
  audit?: AuditTrail;
  pool?: WorkerPool;
  store?: Store;
  control?: ControlSide;
  controlListener?: H1Listener;
  gatewayPort?: number;
  stopHttps?: () => Promise<void>;
  scaler?: Scaler;
  stopLogExpiry?: () => void;
  stopFollowing?: () => Promise<void>;
}

export interface Addresses extends PortAddresses {
  /** The file with the root credentials; undefined when they came from the environment. */
  readonly credentialsPath: string | undefined;
  /** What functions are kept to on this machine; found out when it is asked for. */
  functions(): Promise<FunctionContainment>;
  /** The other accounts, and where their root credentials lie. */
  readonly accounts: readonly Pick<Account, 'accountId' | 'credentialsPath'>[];
}

/**
 * Joins the rooms: data directory, workers, store and services, the front door, the ports. Each part is entered in `parts` as
 * soon as it runs.
 * @throws {StartError}
 */
export async function compose(settings: Settings, log: Log, parts: Parts): Promise<Addresses> {
  const data = await openDataDirectory(settings, randomBytes);
  parts.data = data;
  const https = await prepareHttps(settings, data, log);
  const logGroups = logGroupPlace(settings, data.logsDirectory);
  const telemetry = openTelemetry(settings.accessLog, logGroups, (batches) => control.logs.ingest(batches), log.warn);
  parts.telemetry = telemetry;
  const deliverLogs = createFirehose({
    aws: createAwsClient(awsAccess(settings, process.env)),
    sleep,
    warn: log.warn,
  });
  telemetry.openDeliveries(deliverLogs);
  const otlp = startOtlp(settings, process.env, log);
  parts.otlp = otlp;
  if (otlp.logs) telemetry.exportLogs(otlp.logs);
  const totals = new StageTotals(otlp.wantsValues);
  const spans = otlp.spans && exemplified(otlp.spans, totals);
  const throttles = createThrottleOffice(Date.now);

  // The workers' processes load while the store opens.
  const pool = startWorkers({
    settings,
    logGroups,
    deliverLogs,
    https,
    throttles,
    totals,
    spans,
    exportedLogs: otlp.logs,
    log,
    control: () => control,
  });
  parts.pool = pool;
  const store = sealStore(await openSqliteStore({ path: data.storePath }).catch(explainStore), data.sealer('store'));
  parts.store = store;
  const ports = () => ({
    control: parts.controlListener?.port ?? settings.controlPort,
    gateway: parts.gatewayPort ?? settings.gatewayPort,
  });
  const control = await createControlSide(store, data, settings, log, {
    controlUrl: () => reachableUrl(settings.host, ports().control),
    ports,
    functionLog: telemetry.logs,
    spans,
    keepsDurations: otlp.wantsValues,
  });
  parts.control = control;
  parts.stopFollowing = await control.logs.follow();
  subscribeWorkers(pool, control);
  warnOfDomains(control, settings, log);
  forgetRemovedStages(control.directory, telemetry, totals);
  const localCounts = startLocalCounts(telemetry, totals, control.metrics);
  parts.localCounts = localCounts;

  const audit = openAuditTrail({ directory: data.auditDirectory, warn: log.warn, now: Date.now });
  parts.audit = audit;
  const controlPlane = createControlPlane({
    services: control.served,
    credentials: control.callers,
    accountIds: control.accountIds,
    now: Date.now,
    uuid: randomUUID,
    audit: auditCalls(audit, control.iam),
    onError: (error, call) => log.error('A call failed by a defect of ours.', { ...call, error: describeError(error) }),
  });
  const state: { gatewayUrl?: string; httpsUrl?: string | undefined } = {};
  const families = (): readonly Family[] => {
    localCounts.take();
    const workers = workerFamilies(workerMetrics(pool, parts.scaler));
    const requests = [...totals.families(), ...control.metrics.functionTotals.families()];
    return [...processFamilies(process, packageVersion()), ...workers, ...requests, ...otlp.families()];
  };
  const localGateway = createLocalGateway({
    vpcLinks: settings.vpcLinks,
    vpcEndpoints: settings.vpcEndpoints,
    control,
    throttles,
    limits: settings.limits,
    aws: awsAccess(settings, process.env),
    userPoolIssuers: settings.userPoolIssuers,
    telemetry,
    log,
    spans,
    tracing: tracingOf(settings),
    recentRequests: settings.recentRequests,
  });
  const maxWorkers = Math.max(settings.workers, settings.maxWorkers);
  const scalingLimits = { minWorkers: settings.workers, maxWorkers };
  const failed = (message: string) => (error: unknown, requestId?: string) =>
    log.error(message, { ...(requestId !== undefined && { requestId }), error: describeError(error) });
  const explorer = createRequestExplorer(pool, localGateway.loaded, control.testedMethods);
  const visible = createVisibleRequests({
    explorer,
    ownerOf: (apiId) =>
      control.directory.list().find((ref) => ref.apiId === apiId)?.scope ?? control.testedMethods.ownerOf(apiId),
    operatorAccountId: settings.accountId,
  });
  const operator = createOperatorDoor({
    credentials: control.callers,
    accountIds: control.accountIds,
    now: Date.now,
    uuid: randomUUID,
    bodyLimitBytes: OPERATOR_BODY_BYTES,
    endpoints: [
      ...requestsEndpoints(explorer, visible),
      functionsEndpoint(control.runtime, settings.accountId),
      templateEndpoint(visible),
      deploymentDiffEndpoint(store),
      limitsEndpoint({ levels: throttles.levels, now: Date.now }),
      quotasEndpoint({ profile: settings.limits, rates: CALL_RATES, usage: (scope) => quotaUsage(store, scope) }),
      accessEndpoint({
        iam: control.iam.queries,
        readApi: (scope, restApiId) => freezeApi(store, scope, restApiId),
      }),
      systemEndpoint({
        operatorAccountId: settings.accountId,
        version: packageVersion(),
        pool,
        scaler: () => parts.scaler,
        limits: scalingLimits,
        dataDirectory: data.path,
        dataSize: createDataSize(data.path, Date.now),
        now: Date.now,
      }),
    ],
    onError: failed('A call failed by a defect of ours.'),
  });
  const controlPort = createControlPort({
    aws: (exchange) => controlPlane.handle(exchange),
    gateway: (exchange) => localGateway.handle(exchange),
    operator,
    functionUrls: createFunctionUrlPort({
      lambda: control.lambda,
      accountIds: control.accountIds,
      admit: createCallerDoor({
        credentials: control.callers,
        accountIds: control.accountIds,
        bodyLimitBytes: MAX_BODY_BYTES,
      }),
      now: Date.now,
      uuid: randomUUID,
      onError: failed('A function URL failed by a defect of ours.'),
    }),
    downloadCode: createCodePort(control.lambda, failed('Code of a function could not be sent.')),
    pools: createPoolPort(control.poolEndpoints, Date.now),
    console: createConsolePort({
      control,
      audit,
      hosts: settings.consoleHosts,
      now: Date.now,
      uuid: randomUUID,
      onError: (error) => log.error('The console failed by a defect of ours.', { error: describeError(error) }),
    }),
    health: () => healthOf(pool, state),
    metrics: (format) => renderPage(families(), format),
    ...(settings.ephemeral && { reset: () => resetControlSide(control) }),
    onError: failed('The reset failed.'),
  });

  const addresses = await openPorts(settings, pool, controlPort, parts);
  if (https) parts.stopHttps = await startHttps(https, pool, control);
  state.httpsUrl = addresses.httpsUrl;
  state.gatewayUrl = addresses.gatewayUrl;
  parts.stopGatewayMetrics = startGatewayMetrics(pool.loads, control.metrics, settings.accountId);
  parts.scaler = startScaler(pool, scalingLimits, Date.now, log);
  otlp.startMetrics(families);
  parts.stopLogExpiry = startLogExpiry(control.logs, log);
  removeLeftovers(control, log);
  resumeFunctions(control, log);
  control.startAlarms();
  const functions = control.runtime.containment;
  return { ...addresses, functions, credentialsPath: data.credentialsPath, accounts: data.accounts };
}

/** Certificates of the listener itself, and those that ACM was asked for. @returns how to stop */
async function startHttps(
  https: Https,
  pool: WorkerPool,
  { acm, acmIssuer }: ControlSide,
): Promise<() => Promise<void>> {
  const stopCertificates = await https.start(pool);
  const stopIssuer = await acmIssuer.start(acm, https.challenges(pool));
  return async () => {
    await Promise.all([stopIssuer(), stopCertificates()]);
  };
}

/** A stage that is deployed no more is counted no more. */
function forgetRemovedStages(directory: StageDirectory, telemetry: Telemetry, totals: StageTotals): void {
  directory.subscribe({
    putStage: () => undefined,
    flushStageCache: () => undefined,
    ...forgetting((isDeployed) => {
      telemetry.keep(isDeployed);
      totals.keep(isDeployed);
    }),
  });
}

/** What a crash left between unpacking code and committing it; nobody waits for it. */
function removeLeftovers({ lambda }: ControlSide, log: Log): void {
  lambda
    .removeUnusedCode()
    .catch((error: unknown) => log.warn('Old function code was not removed.', { error: describeError(error) }));
}

/** What was accepted before a crash or a stop goes on while others are served. */
function resumeFunctions({ lambda }: ControlSide, log: Log): void {
  lambda
    .resume()
    .catch((error: unknown) => log.warn('Functions cannot go on where they stopped.', { error: describeError(error) }));
}

/** Lets `/metrics` point to the traces of requests that are sampled. */
function exemplified(spans: NonNullable<Otlp['spans']>, totals: StageTotals): NonNullable<Otlp['spans']> {
  return {
    lost: (count) => spans.lost(count),
    add(taken) {
      totals.exemplify(taken);
      spans.add(taken);
    },
  };
}

function healthOf(
  pool: WorkerPool,
  { gatewayUrl, httpsUrl }: { readonly gatewayUrl?: string; readonly httpsUrl?: string | undefined },
) {
  const ready = gatewayUrl !== undefined && pool.size > 0;
  return { ready, version: packageVersion(), gateway: gatewayUrl, https: httpsUrl, workers: pool.size };
}

function workerMetrics(pool: WorkerPool, scaler: Scaler | undefined): WorkerMetrics {
  const { grown, shrunk } = scaler?.decisions ?? { grown: 0, shrunk: 0 };
  return { workers: pool.size, replaced: pool.replaced, loads: pool.loads(), grown, shrunk, last: scaler?.last };
}

function explainStore(error: unknown): never {
  if (error instanceof StoreOpenError) throw new StartError(error.message, { cause: error });
  throw error;
}
