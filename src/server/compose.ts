import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createControlPlane } from '../control/index.ts';
import { createFunctionRuntime } from '../functions/index.ts';
import type { Listener } from '../http/index.ts';
import type { FunctionRuntime, QuotaTerms } from '../model/index.ts';
import { distPath, packageVersion } from '../package/index.ts';
import type { Unspent } from '../rate-limit/index.ts';
import { listStageRefs, loadStageSnapshot } from '../services/apigateway/index.ts';
import type { LambdaService } from '../services/lambda/index.ts';
import { type Store, StoreOpenError } from '../store/index.ts';
import { openSqliteStore } from '../store/sqlite/index.ts';
import { StageTotals, type Telemetry } from '../telemetry/index.ts';
import { createControlPort } from './control-port.ts';
import { type DataDirectory, openDataDirectory } from './data-directory/index.ts';
import { describeError } from './describe-error.ts';
import { forgetting } from './forgetting.ts';
import { prepareHttps } from './https.ts';
import { createLocalGateway } from './local-gateway.ts';
import { createLog } from './log.ts';
import { metricsPage } from './metrics-page.ts';
import { openControlPort, openGatewayPorts } from './open-ports.ts';
import { rootCredentialSource } from './root-credential.ts';
import { createServices } from './services.ts';
import type { Settings } from './settings/index.ts';
import { createStageDirectory } from './stage-directory.ts';
import { StartError } from './start-error.ts';
import { openTelemetry } from './telemetry.ts';
import { createThrottleOffice, createUsage, type Usage } from './usage-plans/index.ts';
import { startWorkerPool, type WorkerPool } from './worker/pool.ts';
import { type Scaler, startScaler } from './worker/scaler.ts';

/** What has been started so far and must be ended again. */
export interface Parts {
  data?: DataDirectory;
  pool?: WorkerPool;
  scaler?: Scaler;
  stopHttps?: () => Promise<void>;
  store?: Store;
  usage?: Usage;
  telemetry?: Telemetry;
  runtime?: FunctionRuntime;
  lambda?: LambdaService;
  controlListener?: Listener;
}

export interface Addresses {
  readonly controlUrl: string;
  readonly gatewayUrl: string;
  /** Undefined without certificates. */
  readonly httpsUrl: string | undefined;
  /** The file with the root credentials; undefined when they came from the environment. */
  readonly credentialsPath: string | undefined;
}

/**
 * Joins the rooms: data directory and store, services, the front door, the workers. Each part is entered in `parts` as soon
 * as it runs.
 * @throws {StartError}
 */
export async function compose(settings: Settings, parts: Parts): Promise<Addresses> {
  const { host, accountId } = settings;
  const log = createLog(settings.logLevel);
  const data = await openDataDirectory(settings, randomBytes);
  parts.data = data;

  const https = await prepareHttps(settings, data.tlsDirectory, log);
  const throttles = createThrottleOffice(Date.now);
  const telemetry = openTelemetry(settings.accessLog, log.warn);
  parts.telemetry = telemetry;
  const totals = new StageTotals();
  // The workers' processes load while the store opens; their first call comes when they are told to serve.
  const pool = startWorkerPool({
    workerFile: distPath('worker.js'),
    count: settings.workers,
    drainMs: settings.drainTimeoutMs,
    answers: {
      loadSnapshot: (ref) => loadStageSnapshot(store, ref),
      loadUsagePlans: (scope) => usage.directory.snapshot(scope),
      leaseTokens: (ask) => throttles.lease(ask),
      leaseQuota: (ask) => usage.ledger.lease(ask),
      giveBackQuota: (unspent) => usage.ledger.giveBack(unspent),
      invoke: (request) => lambda.invoker.invoke(request),
      countRequests: (counted) => totals.add(counted),
      warn: ({ message, detail }) => log.warn(message, detail),
    },
    throttles,
    order: () => ({
      host,
      port: settings.gatewayPort,
      stages: directory.list(),
      ...(settings.accessLog !== undefined && { accessLog: settings.accessLog }),
      ...(https && { https: https.order() }),
    }),
    info: log.info,
    warn: log.warn,
  });
  parts.pool = pool;
  const store = await openSqliteStore({ path: data.storePath }).catch(explainStore);
  parts.store = store;
  const directory = createStageDirectory(await listStageRefs(store));
  directory.subscribe(pool);
  directory.subscribe({
    putStage: () => undefined,
    ...forgetting((isDeployed) => {
      telemetry.keep(isDeployed);
      totals.keep(isDeployed);
    }),
  });
  const usage = createUsage(store, Date.now);
  parts.usage = usage;
  usage.attach({
    putUsagePlans: (change) => pool.tell((link) => link.call('putUsagePlans', change)),
    forgetUsagePlans: () => pool.tell((link) => link.call('forgetUsagePlans', undefined)),
    settleQuotas: () => settleQuotas(pool),
  });

  const runtime = createFunctionRuntime({
    bootstraps: distPath('bootstraps'),
    workDirectory: join(data.functionsDirectory, 'instances'),
    nodePath: process.execPath,
    searchPath: process.env.PATH ?? '',
    maxInstances: settings.functionConcurrency,
    now: () => performance.timeOrigin + performance.now(),
    uuid: randomUUID,
  });
  parts.runtime = runtime;
  const codeDirectory = join(data.functionsDirectory, 'code');
  const { served, lambda } = createServices({
    store,
    publisher: { ...directory, usagePlansChanged: usage.directory.usagePlansChanged },
    usage: usage.ledger,
    runtime,
    codeDirectory,
    warn: log.warn,
  });
  parts.lambda = lambda;

  const controlPlane = createControlPlane({
    services: served,
    credentials: rootCredentialSource(data.rootCredentials, accountId),
    accountId,
    now: Date.now,
    uuid: randomUUID,
    onError: (error, call) => log.error('A call failed by a defect of ours.', { ...call, error: describeError(error) }),
  });
  let gatewayUrl: string | undefined;
  const controlPort = createControlPort({
    aws: (exchange) => controlPlane.handle(exchange),
    gateway: createLocalGateway({
      store,
      functions: lambda.invoker,
      directory,
      usage,
      throttles,
      observeStage: telemetry.observeStage,
      log,
    }),
    health: () => ({
      ready: gatewayUrl !== undefined && pool.size > 0,
      version: packageVersion(),
      gateway: gatewayUrl,
      workers: pool.size,
    }),
    metrics() {
      totals.add(telemetry.take());
      return `${metricsPage({
        workers: pool.size,
        replaced: pool.replaced,
        loads: pool.loads(),
        grown: parts.scaler?.decisions.grown ?? 0,
        shrunk: parts.scaler?.decisions.shrunk ?? 0,
        last: parts.scaler?.last,
      })}${totals.page()}`;
    },
    ...(settings.ephemeral && { reset }),
    onError: (error) => log.error('The reset failed.', { error: describeError(error) }),
  });
  async function reset(): Promise<void> {
    await lambda.prepareReset();
    await store.reset();
    await directory.clear();
    await usage.clear();
    await lambda.removeUnusedCode();
  }

  const opened = openControlPort(settings, controlPort);
  const taken = openGatewayPorts(settings, pool);
  // Whichever fails, the other one must be known before anything is ended.
  await Promise.allSettled([opened, taken]);
  const controlListener = await opened;
  parts.controlListener = controlListener;
  const ports = await taken;
  if (https) parts.stopHttps = await https.start(pool);
  gatewayUrl = urlOf('http', host, ports.gateway);
  const limits = { minWorkers: settings.workers, maxWorkers: Math.max(settings.workers, settings.maxWorkers) };
  parts.scaler = startScaler(pool, limits, log);

  // What a crash left between unpacking and committing; nobody waits for it.
  lambda
    .removeUnusedCode()
    .catch((error: unknown) => log.warn('Old function code was not removed.', { error: describeError(error) }));
  return {
    controlUrl: urlOf('http', host, controlListener.port),
    gatewayUrl,
    httpsUrl: ports.https === undefined ? undefined : urlOf('https', host, ports.https),
    credentialsPath: data.credentialsPath,
  };
}

/** What every worker gives back of the quotas that it has leased. */
async function settleQuotas(pool: WorkerPool): Promise<readonly Unspent<QuotaTerms>[]> {
  const back: Unspent<QuotaTerms>[] = [];
  await pool.tell(async (link) => {
    back.push(...(await link.call('settleQuotas', undefined)));
  });
  return back;
}

function explainStore(error: unknown): never {
  if (error instanceof StoreOpenError) throw new StartError(error.message, { cause: error });
  throw error;
}

function urlOf(scheme: 'http' | 'https', host: string, port: number): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
