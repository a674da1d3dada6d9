/**
 * A gateway worker: one process that serves requests and knows no database. Everything it needs comes over the link to
 * the control process: which stages there are, their snapshots, and the functions' answers.
 */
import { randomFillSync, randomUUID } from 'node:crypto';
import { createGateway, createMemoryCache } from '../../gateway/index.ts';
import { H1Client } from '../../http/index.ts';
import type {
  AwsAccess,
  InvocationResult,
  LimitProfile,
  LogBatch,
  Span,
  TracingTerms,
  VpcEndpoint,
} from '../../model/index.ts';
import {
  createBatches,
  createLogBatches,
  createTelemetry,
  FunctionCounters,
  type LogBatches,
  SPAN_BATCHES,
} from '../../telemetry/index.ts';
import { forgetting } from '../forgetting.ts';
import { createBorrowing } from '../function-leases/index.ts';
import { createFunctionMeter } from '../function-meter.ts';
import { streamingOver } from '../function-streams/index.ts';
import { type ControlCalls, type Link, openLink, type WorkerCalls } from '../link/index.ts';
import { functionLogs } from '../logs.ts';
import { createUserPools } from '../user-pools.ts';
import { targetsOf, type VpcLinkTargets } from '../vpc-link-targets.ts';
import { setUpCollector } from './collector.ts';
import { KnownUserPools } from './known-user-pools.ts';
import { startLoadMeter } from './load-meter.ts';
import { createPorts } from './ports.ts';

/** As often as the control process looks at the load. */
const LOAD_REPORT_MS = 1_000;
/** How often requests of quotas whose lease ran out are given back. */
const SETTLE_MS = 1_000;
/** How often the control process hears what was served. */
const COUNT_REPORT_MS = 1_000;

setUpCollector();

const upstream = new H1Client();
const telemetry = createTelemetry(warn);
const counters = forgetting(telemetry.keep);
/** As ordered, before the first stage is known. */
let limitProfile: LimitProfile = 'relaxed';
let recentRequests = 0;
let tracing: TracingTerms = { traceparent: 'pass', samplesHttpApis: false };
/** Undefined where nobody wants them. */
let spans: ReturnType<typeof createBatches<Span>> | undefined;
let exportedLogs: LogBatches | undefined;
let awsAccess: AwsAccess = { endpoints: {} };
let vpcLinks: VpcLinkTargets = {};
let vpcEndpoints: readonly VpcEndpoint[] = [];
let userPools = createUserPools({});
/** Those of this installation. */
const localPools = new KnownUserPools();
const ports = createPorts((exchange) => gateway.handle(exchange));

const functionCounters = new FunctionCounters();
const borrowing = createBorrowing({
  link: () => link,
  byLender: {
    invoke(request, signal) {
      const answer = link.call('invoke', request).catch(unreachable);
      return signal === undefined ? answer : Promise.race([answer, aborted(signal)]);
    },
    invokeStreaming(request, signal) {
      const answer = streamingOver(link)(request, signal);
      return signal === undefined ? answer : Promise.race([answer, aborted(signal)]);
    },
  },
  now: () => performance.timeOrigin + performance.now(),
  uuid: randomUUID,
  meter: createFunctionMeter(
    functionCounters,
    () => performance.now(),
    () => spans,
  ),
  onLine: functionLogs({ append: (event) => telemetry.logs?.append(event) }, Date.now),
});

const link: Link<ControlCalls> = openLink<WorkerCalls, ControlCalls>(
  'child',
  {
    send: (message, handle, callback) => process.send?.(message, handle, undefined, callback),
    on: (event, received) => process.on(event, received),
  },
  {
    ...borrowing.answers,
    takeSocket: (listener, socket) => ports.takeSocket(listener, socket),
    async serve(order) {
      limitProfile = order.limits;
      awsAccess = order.aws;
      userPools = createUserPools(order.userPoolIssuers, (name) => localPools.find(name));
      localPools.set(order.userPools);
      gateway.setStages(order.stages);
      gateway.setDomains(order.domains);
      vpcLinks = order.vpcLinks;
      vpcEndpoints = order.vpcEndpoints;
      startLoadMeter(LOAD_REPORT_MS, (load) => {
        const { connections: upstreamConnections, waiting } = upstream.load;
        const report = { ...load, connections: ports.connections, upstreamConnections, waiting };
        void link.call('report', report).catch(() => undefined);
      });
      setInterval(() => giveBack(false), SETTLE_MS).unref();
      setInterval(reportCounts, COUNT_REPORT_MS).unref();
      recentRequests = order.recentRequests;
      tracing = order.tracing;
      if (order.wantsSpans) {
        spans = createBatches<Span>(
          SPAN_BATCHES,
          (taken) => link.call('takeSpans', taken),
          () => 0,
        );
      }
      if (order.exportsLogs) {
        exportedLogs = createLogBatches((taken) => link.call('takeLogs', taken));
        telemetry.exportLogs(exportedLogs);
      }
      telemetry.openDeliveries((batches) => link.call('deliverLogs', batches));
      if (order.logGroups !== undefined) telemetry.openLogGroups(order.logGroups, sendLogs);
      if (order.accessLog !== undefined) openAccessLog(order.accessLog);
      return ports.open(order);
    },
    putStage: (ref) => gateway.putStage(ref),
    removeStage(ref) {
      gateway.removeStage(ref.apiId, ref.stageName);
      counters.removeStage(ref);
    },
    setStages(refs) {
      gateway.setStages(refs);
      counters.setStages(refs);
    },
    flushStageCache: (ref) => gateway.flushStageCache(ref.apiId, ref.stageName),
    putDomain(domain) {
      gateway.putDomain(domain);
      ports.putDomain(domain);
    },
    removeDomain(domain) {
      gateway.removeDomain(domain);
      ports.removeDomain(domain.domainName);
    },
    setDomains(domains) {
      gateway.setDomains(domains);
      ports.setDomains(domains);
    },
    putUserPool: (userPool) => localPools.put(userPool),
    removeUserPool: (poolArn) => localPools.remove(poolArn),
    setUserPools: (all) => localPools.set(all),
    forgetSigners: () => gateway.forgetSigners(),
    putUsagePlans: (change) => gateway.usage.putUsagePlans(change),
    forgetUsagePlans: () => gateway.usage.forgetUsagePlans(),
    ownThrottles: (levels) => gateway.usage.ownThrottles(levels),
    shareThrottles: () => gateway.usage.shareThrottles(),
    throttleLevels: () => gateway.usage.throttleLevels(),
    settleQuotas: () => gateway.usage.settle(true),
    listRequests: (query) => gateway.listRequests(query),
    findRequest: ({ requestId, withBodies }) => gateway.findRequest(requestId, withBodies),
    explain: (wanted) => gateway.explain(wanted),
    putCertificate: (certificate) => ports.putCertificate(certificate),
    setTicketKeys: (keys) => ports.setTicketKeys(keys),
    putChallenge: ({ token, keyAuthorization }) => ports.challenges.put(token, keyAuthorization),
    removeChallenge: (token) => ports.challenges.remove(token),
    async drain(graceMs) {
      const untilMs = performance.now() + graceMs;
      await ports.close(graceMs);
      await borrowing.close(Math.max(untilMs - performance.now(), 0));
      await Promise.all([giveBack(true), reportCounts(), spans?.flush()]);
      await telemetry.close();
      await exportedLogs?.flush();
      upstream.close();
    },
  },
);

const gateway = createGateway({
  loadSnapshot: async (ref) => {
    const snapshot = await link.call('loadSnapshot', ref);
    if (snapshot === undefined) throw new Error(`Stage ${ref.stageName} of API ${ref.apiId} is deployed no more.`);
    return snapshot;
  },
  loadUsagePlans: (scope) => link.call('loadUsagePlans', scope),
  leaseTokens: (ask) => link.call('leaseTokens', ask),
  leaseQuota: (ask) => link.call('leaseQuota', ask),
  limitProfile: () => limitProfile,
  awsAccess: () => awsAccess,
  credentials: {
    findSigner: (accessKeyId, scope, sessionToken) => link.call('findSigner', { accessKeyId, scope, sessionToken }),
    issueCredentials: (key) => link.call('issueCredentials', key),
  },
  userPools: {
    issuersOf: (poolArn) => userPools.issuersOf(poolArn),
    fetchKeySet: (poolArn) => userPools.fetchKeySet(poolArn),
    findLocal: (poolArn) => userPools.findLocal(poolArn),
  },
  functions: borrowing.invoker,
  upstream,
  responseCache: createMemoryCache(() => performance.now()),
  vpcLinkTargets: (vpcLink) => targetsOf(vpcLink, vpcLinks),
  vpcEndpoints: () => vpcEndpoints,
  now: Date.now,
  nowMs: () => performance.now(),
  random: Math.random,
  fillRandom: (bytes) => void randomFillSync(bytes),
  observeStage: telemetry.observeStage,
  logs: () => telemetry.logs,
  deliveries: () => telemetry.deliveries,
  spans: () => spans,
  tracing: () => tracing,
  recentRequests: () => recentRequests,
  warn,
});

// Without its control process a worker would serve stale stages for ever; the process tree ends as one.
process.on('disconnect', () => process.exit(0));
// The terminal sends Ctrl-C to the whole group: the control process decides when a worker ends.
process.on('SIGINT', ignore);
process.on('SIGTERM', ignore);

function ignore(): void {
  // See above.
}

function warn(message: string, detail: Readonly<Record<string, unknown>>): void {
  void link.call('warn', { message, detail }).catch(() => undefined);
}

function sendLogs(batches: readonly LogBatch[]): Promise<void> {
  return link.call('ingestLogs', batches);
}

/** The control process could open the file when it started; requests are served also where it has become impossible since. */
function openAccessLog(path: string): void {
  try {
    telemetry.openAccessLog(path);
  } catch (error) {
    warn('The access log cannot be opened; this worker writes none.', { path, error: String(error) });
  }
}

async function reportCounts(): Promise<void> {
  const counted = telemetry.take();
  const invocations = functionCounters.take();
  await Promise.all([
    counted.length > 0 && link.call('countRequests', counted).catch(() => undefined),
    invocations.length > 0 && link.call('countInvocations', invocations).catch(() => undefined),
  ]);
}

/** What cannot be given back stays counted as used. */
async function giveBack(all: boolean): Promise<void> {
  const unspent = gateway.usage.settle(all);
  if (unspent.length > 0) await link.call('giveBackQuota', unspent).catch(() => undefined);
}

function unreachable(error: Error): InvocationResult {
  return { kind: 'refused', reason: 'ServiceFailure', message: error.message };
}

/** Rejects when the client has gone; the function runs on, as on AWS, and nobody waits for it. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
