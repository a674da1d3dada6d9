import type { MethodTest, MethodTester, MethodTestResult, TestedRequest } from '../../model/index.ts';
import { IssuerKeys } from '../authorizers/index.ts';
import { AwsSigner } from '../aws-services/index.ts';
import { type CompileEnvironment, compileTest } from '../compile/index.ts';
import { explainRequest, RecentRequests, withoutBodies } from '../explanations/index.ts';
import type { GatewayEnvironment, RequestAddress } from '../gateway.ts';
import { KnownSigners } from '../iam/index.ts';
import { IdSource } from '../request-context/index.ts';
import { createMemoryCache } from '../response-cache/index.ts';
import { LOGGED_BODY_BYTES, type TracedRequest, TraceRecorder, testLog } from '../tracing/index.ts';
import { UsageLimits, UsagePlans } from '../usage-plans/index.ts';
import { VpcEndpointTable } from '../vpc-endpoints/index.ts';
import { TargetGroups } from '../vpc-links/index.ts';
import { sendTest } from './send-test.ts';
import type { TestRequest } from './test-exchange.ts';

/** What tests need from the process that they run in. */
interface MethodTestEnvironment
  extends Pick<
    GatewayEnvironment,
    'functions' | 'upstream' | 'awsAccess' | 'vpcLinkTargets' | 'limitProfile' | 'now' | 'nowMs' | 'fillRandom'
  > {
  /** Told of every test that is over. */
  tested(request: TestedRequest): void;
}

/** What AWS's tests show in the place of a client's address and key (seen in users' logs). */
const DOMAIN_NAME = 'testPrefix.testDomainName';
const API_KEY = { apiKey: 'test-invoke-api-key', apiKeyId: 'test-invoke-api-key-id' };

/** Headers that stand on every answer of a stage, and on none of a test. */
const NOT_SHOWN = new Set(['x-amzn-requestid', 'x-amz-apigw-id', 'content-length']);

/** Makes what sends tests through the data plane. Each compiles its method as a stage that lives for one request. */
export function createMethodTester(given: MethodTestEnvironment): MethodTester {
  const environment = withoutClients(given);
  return async (test) => {
    const tested = { requestId: '', startedAtMs: given.now() };
    let recorder: TraceRecorder | undefined;
    // Only now, since the times of its steps count from here.
    const startTrace = (context: TracedRequest): TraceRecorder => {
      tested.requestId = context.requestId;
      context.openedBy(API_KEY);
      recorder = new TraceRecorder({
        nowMs: given.nowMs,
        maxBytes: LOGGED_BODY_BYTES,
        tellingOnly: false,
        onEnd({ events }, ended) {
          const request = explainRequest(events, ended, context.stageFacts);
          given.tested({ scope: test.snapshot.ref.scope, request, withoutBodies: withoutBodies(request) });
        },
      });
      recorder.record({ kind: 'requestBody', body: test.body });
      return recorder;
    };
    const handle = compileTest(test.snapshot, { ...environment, startTrace });
    const startedAtMs = given.nowMs();
    const answer = await sendTest(requestOf(test), given.now(), (exchange) => handle(exchange, addressOf(test)));
    return {
      ...answer,
      headers: shown(answer.headers),
      latencyMs: Math.round(given.nowMs() - startedAtMs),
      log: testLog(tested, recorder?.events ?? [], answer.body),
    } satisfies MethodTestResult;
  };
}

/** A method that is tested asks for no key, is counted nowhere and caches nothing. */
function withoutClients(given: MethodTestEnvironment): CompileEnvironment {
  const never = (): never => {
    throw new Error('A test asks for no keys, no callers and no limits.');
  };
  const nothing = {
    loadSnapshot: never,
    loadUsagePlans: never,
    leaseTokens: never,
    leaseQuota: never,
    credentials: { findSigner: never, issueCredentials: never },
    userPools: { issuersOf: never, fetchKeySet: never, findLocal: never },
  };
  return {
    ...given,
    ...nothing,
    ids: new IdSource(given.fillRandom),
    awsSigner: new AwsSigner(given),
    targets: new TargetGroups({ ...given, warn: ignore }),
    logs: () => undefined,
    recentRequests: () => 0,
    recent: new RecentRequests(() => 0, given.nowMs),
    logStream: '',
    vpcEndpoints: () => [],
    endpoints: () => new VpcEndpointTable([]),
    issuerKeys: new IssuerKeys(nothing.userPools, given.now),
    signers: new KnownSigners(nothing.credentials, given.now),
    usagePlans: new UsagePlans(never),
    usageLimits: new UsageLimits(nothing, given.now),
    responseCache: createMemoryCache(given.now),
    random: () => 1,
    observeStage: () => ignore,
    warn: ignore,
  };
}

function ignore(): void {
  // What a test comes to, and why, stands in its log.
}

function requestOf({ httpMethod, pathWithQueryString, headers, body }: MethodTest): TestRequest {
  // As AWS's tests show it.
  const sourceIp = 'test-invoke-source-ip';
  return { method: httpMethod, target: pathWithQueryString, headers, body: Buffer.from(body), sourceIp };
}

/** `$context.path` of a test has no stage in it (recorded), as behind a custom domain name. */
function addressOf({ pathWithQueryString }: MethodTest): RequestAddress {
  const question = pathWithQueryString.indexOf('?');
  const path = question < 0 ? pathWithQueryString : pathWithQueryString.slice(0, question);
  return {
    path,
    query: question < 0 ? '' : pathWithQueryString.slice(question + 1),
    domainName: DOMAIN_NAME,
    port: undefined,
    domain: { path, arn: undefined, basePath: '(none)', ruleId: '-', clientCertificate: undefined },
    vpcEndpoint: undefined,
  };
}

function shown(headers: readonly string[]): readonly string[] {
  return headers.filter((_, at) => !NOT_SHOWN.has((headers[at - (at % 2)] as string).toLowerCase()));
}
