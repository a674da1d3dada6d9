import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CredentialSource, Service } from '../control/index.ts';
import { createFunctionRuntime } from '../functions/index.ts';
import type { CredentialDirectory } from '../gateway/index.ts';
import { type ClosableLogStore, createLogStore } from '../log-store/index.ts';
import type { FunctionRuntime, LogSink, SpanSink } from '../model/index.ts';
import { distPath } from '../package/index.ts';
import { type AcmService, listIdentities } from '../services/acm/index.ts';
import { listCustomDomains } from '../services/apigateway/index.ts';
import { listPoolKeys, type PoolEndpoints } from '../services/cognito-idp/index.ts';
import type { IamService } from '../services/iam/index.ts';
import type { LambdaService } from '../services/lambda/index.ts';
import type { LogsService } from '../services/logs/index.ts';
import type { StsService } from '../services/sts/index.ts';
import type { Store } from '../store/index.ts';
import { type AcmIssuer, createAcmIssuer } from './acm-issuer.ts';
import { type Alarms, alarmContext, createAlarms, systemClock } from './alarms/index.ts';
import { type Announcement, createAnnouncement } from './announcement.ts';
import { lateAuthorizerTester } from './authorizer-tester.ts';
import { awsAccess } from './aws-access.ts';
import { createAwsClient } from './aws-client.ts';
import { codeDelivery } from './code-delivery.ts';
import { createCredentialSource } from './credential-source.ts';
import type { DataDirectory } from './data-directory/index.ts';
import { createDomainDirectory, type DomainDirectory } from './domain-directory.ts';
import { functionCredentials } from './function-credentials.ts';
import { createFunctionMeter, measuredRuntime } from './function-meter.ts';
import type { Log } from './log.ts';
import { functionLogs } from './logs.ts';
import { keepMetrics, type Metrics } from './metrics.ts';
import { createServices } from './services.ts';
import type { Settings } from './settings/index.ts';
import { createSignerDirectory } from './signer-directory.ts';
import { createStageDirectory, type StageDirectory } from './stage-directory.ts';
import { listAllStages } from './stage-snapshots.ts';
import { TestedMethods } from './tested-methods.ts';
import { createTruststoreLoader } from './truststores.ts';
import { createUsage, type Usage } from './usage-plans/index.ts';
import { createUserPoolDirectory, type UserPoolDirectory, userPoolIssuer } from './user-pool-directory.ts';
import { createUserPools } from './user-pools.ts';

/** Everything that the control process knows and does, but for its ports and its workers. */
export interface ControlSide {
  readonly store: Store;
  /** What is deployed, and who is told of changes. */
  readonly directory: StageDirectory;
  /** What tests of methods went through. */
  readonly testedMethods: TestedMethods;
  /** The custom domain names that are served, and who is told of changes. */
  readonly domains: DomainDirectory;
  /** API keys, usage plans and what they have used. */
  readonly usage: Usage;
  /** User pools, whose keys verify tokens. */
  readonly userPools: UserPoolDirectory;
  /** Who is told when callers or what they may do have changed. */
  readonly identities: Announcement;
  /** Who is told when functions have changed. */
  readonly functions: Announcement;
  /** Every account; the first is the operator's. */
  readonly accountIds: readonly string[];
  /** Who signs calls of the AWS APIs. */
  readonly callers: CredentialSource;
  /** Who signs requests to APIs. */
  readonly credentials: CredentialDirectory;
  readonly runtime: FunctionRuntime;
  readonly metrics: Metrics;
  readonly lambda: LambdaService;
  readonly iam: IamService;
  readonly sts: Pick<StsService, 'consoleSession'>;
  readonly acm: AcmService;
  /** Orders what ACM is asked for, once there are workers that answer an authority's questions. */
  readonly acmIssuer: AcmIssuer;
  /** Log groups and what is in them. */
  readonly logs: LogsService;
  readonly logStore: ClosableLogStore;
  readonly alarms: Alarms;
  /** Evaluates the alarms that are there, and takes the actions that were not taken yet. */
  startAlarms(): void;
  readonly served: readonly Service[];
  readonly poolEndpoints: PoolEndpoints;
}

/** What is around the control side. */
interface ControlSurroundings {
  /** Where the control port answers; asked when it does. */
  controlUrl(): string;
  /** Which ports answer; those of the settings, until they do. */
  ports(): { readonly control: number; readonly gateway: number };
  /** Where functions log; undefined where nobody wants to know. */
  readonly functionLog: LogSink | undefined;
  /** Where spans of functions go; undefined where nobody wants them. */
  readonly spans: SpanSink | undefined;
  /** Whether durations of functions are kept, besides their buckets. */
  readonly keepsDurations: boolean;
}

/** What the control side uses of the data directory. */
type Holdings = Pick<
  DataDirectory,
  | 'functionsDirectory'
  | 'letOthersReachFunctions'
  | 'metricsDirectory'
  | 'logStoreDirectory'
  | 'outboxDirectory'
  | 'tlsDirectory'
  | 'rootCredentials'
  | 'accounts'
  | 'sealer'
>;

/**
 * Builds the AWS APIs over an open store, and the runtime that executes functions.
 */
export async function createControlSide(
  store: Store,
  {
    functionsDirectory,
    letOthersReachFunctions,
    logStoreDirectory,
    metricsDirectory,
    outboxDirectory,
    tlsDirectory,
    rootCredentials,
    accounts,
    sealer,
  }: Holdings,
  settings: Settings,
  log: Log,
  { controlUrl, ports, functionLog, spans, keepsDurations }: ControlSurroundings,
): Promise<ControlSide> {
  const roots = [{ accountId: settings.accountId, rootCredentials }, ...accounts];
  const accountIds = roots.map(({ accountId }) => accountId);
  const directory = createStageDirectory(await listAllStages(store));
  const domains = createDomainDirectory(await listCustomDomains(store), await listIdentities(store));
  const usage = createUsage(store, Date.now);
  const issuerOf = (poolArn: string) => userPoolIssuer(poolArn, settings.userPoolUrl ?? controlUrl());
  const userPools = createUserPoolDirectory(await listPoolKeys(store), issuerOf);
  const identities = createAnnouncement();
  const functions = createAnnouncement();
  const metrics = keepMetrics(metricsDirectory, settings.metricRetention, log, keepsDurations);
  const unmeasured = createFunctionRuntime({
    bootstraps: distPath('bootstraps'),
    workDirectory: join(functionsDirectory, 'instances'),
    codeRoot: join(functionsDirectory, 'code'),
    containment: settings.functionContainment,
    network: settings.functionNetwork,
    cpu: settings.functionCpu,
    letOthersThrough: letOthersReachFunctions,
    nodePath: process.execPath,
    searchPath: process.env.PATH ?? '',
    maxInstances: settings.functionConcurrency,
    // Asked when the first function runs, and by then there is an STS.
    credentialsOf: (version) => functionCredentials(version, sts, controlUrl(), Date.now()),
    now: () => performance.timeOrigin + performance.now(),
    uuid: randomUUID,
    ...(functionLog && { onLog: functionLogs(functionLog, Date.now) }),
  });
  const runtime = measuredRuntime(
    unmeasured,
    createFunctionMeter(
      metrics.functions,
      () => performance.now(),
      () => spans,
    ),
  );
  const acmIssuer = createAcmIssuer(settings, { tlsDirectory, sealer: sealer('files') }, log, {
    fetch,
    now: Date.now,
    wait: (ms, signal) => sleep(ms, undefined, { signal, ref: false }),
    random: Math.random,
  });
  const logStore = createLogStore({
    folder: logStoreDirectory,
    maxBytes: settings.logLimit && settings.logLimit * 1_048_576,
    nowMs: () => performance.now(),
    warn: log.warn,
  });
  const alarms = createAlarms(systemClock, log);
  const aws = awsAccess(settings, process.env);
  const testedMethods = new TestedMethods();
  const { served, lambda, iam, acm, logs, alarmWork, sts, poolEndpoints } = createServices({
    store,
    metrics: metrics.store,
    logStore,
    accountIds,
    identitiesChanged: identities.changed,
    functionsChanged: functions.changed,
    findCaller: ({ accessKeyId, sessionToken }) => callers.find(accessKeyId, sessionToken),
    tokenSealer: sealer('session tokens'),
    publisher: { ...directory, ...domains, usagePlansChanged: usage.directory.usagePlansChanged },
    loadTruststore: createTruststoreLoader(settings.truststores),
    usage: usage.ledger,
    testAuthorizer: (functions) =>
      lateAuthorizerTester(functions, () => createUserPools(settings.userPoolIssuers, userPools.find)),
    limits: settings.limits,
    backends: { aws, vpcLinks: settings.vpcLinks, tested: (test) => testedMethods.remember(test) },
    userPools: {
      publisher: userPools,
      issuerOf,
      deliver: codeDelivery(settings.codeDelivery, outboxDirectory, log),
    },
    certificates: { publisher: domains, issuer: acmIssuer },
    alarms: alarmContext(settings, alarms, log),
    functionUrlAddress: (urlId, region) => `http://${urlId}.lambda-url.${region}.localhost:${ports().control}/`,
    invokeAddress: (restApiId) => ({
      scheme: 'http',
      host: `${restApiId}.execute-api.localhost:${ports().gateway}`,
    }),
    runtime,
    functionRoles: settings.functionRoles,
    controlUrl,
    codeDirectory: join(functionsDirectory, 'code'),
    eventsFile: join(functionsDirectory, 'events.jsonl'),
    warn: log.warn,
  });
  const callers = createCredentialSource({ roots, identities: iam.directory, sessions: sts.sessions });
  return {
    store,
    directory,
    testedMethods,
    domains,
    usage,
    userPools,
    identities,
    functions,
    accountIds,
    callers,
    credentials: createSignerDirectory(callers, sts.forward, Date.now),
    runtime,
    metrics,
    lambda,
    iam,
    sts,
    acm,
    acmIssuer,
    logs,
    logStore,
    alarms,
    startAlarms: () => alarms.start(alarmWork, { aws: createAwsClient(aws), functions: lambda.invoker, settings }),
    served,
    poolEndpoints,
  };
}

/** Forgets everything that was stored, deployed and counted: what `POST /_sallyport/reset` does. */
export async function resetControlSide(control: ControlSide): Promise<void> {
  const { store, metrics, directory, domains, usage, userPools, identities, functions, lambda, iam, logs, logStore } =
    control;
  await lambda.prepareReset();
  await store.reset();
  iam.directory.forget();
  await identities.changed();
  await functions.changed();
  await directory.clear();
  await domains.clear();
  await userPools.clear();
  await usage.clear();
  await metrics.store.clear();
  metrics.functionTotals.clear();
  logs.forgetQueries();
  await logStore.clear();
  await lambda.removeUnusedCode();
}
