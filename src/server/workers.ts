import type { CustomDomain, QuotaTerms } from '../model/index.ts';
import { distPath } from '../package/index.ts';
import type { Unspent } from '../rate-limit/index.ts';
import type { LogGroupPlace, Otlp, StageTotals } from '../telemetry/index.ts';
import { awsAccess } from './aws-access.ts';
import type { ControlSide } from './control-side.ts';
import type { DeliverLogs } from './firehose.ts';
import type { Https } from './https.ts';
import type { Log } from './log.ts';
import { type Settings, usesHttps } from './settings/index.ts';
import { loadSnapshot } from './stage-snapshots.ts';
import { tracingOf } from './tracing.ts';
import type { ThrottleOffice } from './usage-plans/index.ts';
import { startWorkerPool, type WorkerPool } from './worker/pool.ts';

export interface WorkersOptions {
  readonly settings: Settings;
  readonly logGroups: LogGroupPlace | undefined;
  /** Takes access logs to Firehose streams. */
  readonly deliverLogs: DeliverLogs;
  readonly https: Https | undefined;
  readonly throttles: ThrottleOffice;
  /** Where the workers' request counts are added up. */
  readonly totals: StageTotals;
  /** Where spans go; undefined where nobody wants them. */
  readonly spans: Otlp['spans'];
  /** Where log events go besides their groups; undefined where nobody wants them. */
  readonly exportedLogs: Otlp['logs'];
  readonly log: Log;
  /** Answers the workers' questions. They ask none before they are told to serve. */
  control(): ControlSide;
}

/** Starts the processes of the gateway workers, and says what each is told and what it may ask. */
export function startWorkers({
  settings,
  logGroups,
  deliverLogs,
  https,
  throttles,
  totals,
  spans,
  exportedLogs,
  log,
  control,
}: WorkersOptions): WorkerPool {
  return startWorkerPool({
    workerFile: distPath('worker.js'),
    count: settings.workers,
    host: settings.host,
    ports: { gateway: settings.gatewayPort, ...(https && { https: settings.httpsPort }) },
    drainMs: settings.drainTimeoutMs,
    answers: {
      loadSnapshot: (ref) => loadSnapshot(control().store, ref),
      loadUsagePlans: (scope) => control().usage.directory.snapshot(scope),
      findSigner: ({ accessKeyId, scope, sessionToken }) =>
        control().credentials.findSigner(accessKeyId, scope, sessionToken),
      issueCredentials: (key) => control().credentials.issueCredentials(key),
      leaseTokens: (ask) => throttles.lease(ask),
      leaseQuota: (ask) => control().usage.ledger.lease(ask),
      giveBackQuota: (unspent) => control().usage.ledger.giveBack(unspent),
      invoke: (request) => control().lambda.invoker.invoke(request),
      invokeStreaming: (request) => control().lambda.invoker.invokeStreaming(request),
      ingestLogs: (batches) => control().logs.ingest(batches),
      deliverLogs,
      countInvocations: (counted) => control().metrics.keepFunctions(counted),
      countRequests(counted) {
        totals.add(counted);
        control().metrics.keepCounts(counted);
      },
      takeSpans(taken) {
        spans?.lost(taken.lost);
        spans?.add(taken.items);
      },
      takeLogs(taken) {
        exportedLogs?.lost(taken.lost);
        exportedLogs?.add(taken.items);
      },
      lender: () => control().lambda.lender,
      warn: ({ message, detail }) => log.warn(message, detail),
    },
    throttles,
    order: (ports) => ({
      host: settings.host,
      port: ports.gateway,
      stages: control().directory.list(),
      domains: control().domains.list(),
      vpcLinks: settings.vpcLinks,
      vpcEndpoints: settings.vpcEndpoints,
      limits: settings.limits,
      aws: awsAccess(settings, process.env),
      userPoolIssuers: settings.userPoolIssuers,
      userPools: control().userPools.list(),
      ...(settings.accessLog !== undefined && { accessLog: settings.accessLog }),
      recentRequests: settings.recentRequests,
      wantsSpans: spans !== undefined,
      tracing: tracingOf(settings),
      exportsLogs: exportedLogs !== undefined,
      ...(logGroups && { logGroups }),
      ...(https && ports.https !== undefined && { https: https.order(ports.https) }),
    }),
    info: log.info,
    warn: log.warn,
  });
}

/** Without HTTPS nobody can show a certificate, so such a domain name lets nobody in; the operator is told. */
export function warnOfDomains({ domains }: ControlSide, settings: Settings, log: Log): void {
  if (usesHttps(settings)) return;
  const warn = ({ domainName, truststore, certificate }: CustomDomain): void => {
    if (truststore ?? certificate)
      log.warn('A custom domain name needs HTTPS, which is off: set tls-domains.', { domainName });
  };
  domains.list().forEach(warn);
  domains.subscribe({ putDomain: warn, removeDomain: () => undefined, setDomains: (all) => all.forEach(warn) });
}

/** Lets the workers hear of every change from now on. */
export function subscribeWorkers(pool: WorkerPool, control: ControlSide): void {
  const { directory, domains, usage, userPools, identities, functions } = control;
  directory.subscribe(pool);
  domains.subscribe({
    putDomain: (domain) => pool.tell((link) => link.call('putDomain', domain)),
    removeDomain: (domain) => pool.tell((link) => link.call('removeDomain', domain)),
    setDomains: (all) => pool.tell((link) => link.call('setDomains', all)),
  });
  userPools.subscribe({
    putUserPool: (userPool) => pool.tell((link) => link.call('putUserPool', userPool)),
    removeUserPool: (poolArn) => pool.tell((link) => link.call('removeUserPool', poolArn)),
    setUserPools: (all) => pool.tell((link) => link.call('setUserPools', all)),
  });
  identities.subscribe(() => pool.tell((link) => link.call('forgetSigners', undefined)));
  functions.subscribe(() => pool.tell((link) => link.call('forgetFunctions', undefined)));
  usage.attach({
    putUsagePlans: (change) => pool.tell((link) => link.call('putUsagePlans', change)),
    forgetUsagePlans: () => pool.tell((link) => link.call('forgetUsagePlans', undefined)),
    settleQuotas: () => settleQuotas(pool),
  });
}

/** What every worker gives back of the quotas that it has leased. */
async function settleQuotas(pool: WorkerPool): Promise<readonly Unspent<QuotaTerms>[]> {
  const back: Unspent<QuotaTerms>[] = [];
  await pool.tell(async (link) => {
    back.push(...(await link.call('settleQuotas', undefined)));
  });
  return back;
}
