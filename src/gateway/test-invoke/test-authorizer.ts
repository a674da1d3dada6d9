import type { AuthorizerTest, AuthorizerTestResult, StreamingInvoker, TestAuthorizer } from '../../model/index.ts';
import {
  type Authorization,
  type AuthorizerScope,
  compileAuthorizers,
  IssuerKeys,
  NO_AUTHORIZER,
} from '../authorizers/index.ts';
import type { GatewayEnvironment } from '../gateway.ts';
import { type GatewayFailure, renderFailure } from '../gateway-responses/index.ts';
import { MethodRequest } from '../method/index.ts';
import { IdSource, RequestContext, type StageRuntime } from '../request-context/index.ts';
import { LOGGED_BODY_BYTES, type Trace, TraceRecorder, testLog } from '../tracing/index.ts';
import { TestExchange } from './test-exchange.ts';

/** What testing an authorizer needs of the process that it runs in. */
export type TestEnvironment = Pick<GatewayEnvironment, 'functions' | 'userPools' | 'now' | 'nowMs' | 'fillRandom'>;

/** AWS shows this in place of an address. */
const SOURCE_IP = 'test-invoke-source-ip';
/** The stage in a tested method's ARN (guide page apigateway-use-lambda-authorizer). */
const STAGE = 'ESTestInvoke-stage';
const PLACE = { resourceId: '', resourcePath: '/', operationName: undefined };

/** Authorizers are compiled for each test, so nothing that they decided is kept; the keys of user pools are. */
export function createAuthorizerTester(environment: TestEnvironment): TestAuthorizer {
  const ids = new IdSource(environment.fillRandom);
  const issuerKeys = new IssuerKeys(environment.userPools, environment.now);
  return async (test) => {
    const { now, nowMs } = environment;
    const answers: Uint8Array[] = [];
    const recorder = new TraceRecorder({ nowMs, maxBytes: LOGGED_BODY_BYTES, tellingOnly: false });
    const request = simulate(test, environment, ids, recorder);
    const tested = { requestId: request.context.requestId, startedAtMs: now() };
    const scope: AuthorizerScope = {
      facts: request.context.stageFacts,
      stageVariables: test.stageVariables,
      functions: tapped(environment.functions, answers),
      issuerKeys,
      now,
    };
    const startedAtMs = nowMs();
    const outcome = await ask(test, scope, request);
    const latencyMs = Math.round(nowMs() - startedAtMs);
    if (outcome.kind !== 'failure')
      return { latencyMs, log: testLog(tested, recorder.events), ...known(outcome, answers) };
    const { status, headers, body } = renderFailure(outcome);
    recorder.record({ kind: 'failed', failure: outcome, status, headers, body });
    return { latencyMs, log: testLog(tested, recorder.events), clientStatus: status };
  };
}

async function ask(
  { authorizer }: AuthorizerTest,
  scope: AuthorizerScope,
  request: MethodRequest,
): Promise<Authorization | GatewayFailure> {
  const authorizers = compileAuthorizers([authorizer], scope);
  if (authorizer.type !== 'COGNITO_USER_POOLS') {
    return (authorizers.custom(authorizer.id) ?? NO_AUTHORIZER)(request, PLACE);
  }
  return (authorizers.pools(authorizer.id) ?? NO_AUTHORIZER)(request, []);
}

function simulate(
  { scope, apiId, headers, pathWithQueryString }: AuthorizerTest,
  { now, nowMs }: TestEnvironment,
  ids: IdSource,
  trace: Trace,
): MethodRequest {
  const facts = {
    ...scope,
    apiId,
    stage: STAGE,
    deploymentId: '',
    endpointType: 'REGIONAL',
    isCanaryRequest: undefined,
  } as const;
  const runtime: StageRuntime = {
    facts,
    ids,
    nowMs,
    startTrace: () => trace,
    observe: () => undefined,
    report: () => undefined,
    wordFailure: undefined,
  };
  const question = pathWithQueryString.indexOf('?');
  const address = {
    path: question < 0 ? pathWithQueryString : pathWithQueryString.slice(0, question),
    query: question < 0 ? '' : pathWithQueryString.slice(question + 1),
    domainName: 'testPrefix.testDomainName',
    port: undefined,
    domain: undefined,
    vpcEndpoint: undefined,
  };
  const test = { method: 'GET', target: pathWithQueryString, headers, body: Buffer.alloc(0), sourceIp: SOURCE_IP };
  const exchange = new TestExchange(test, now(), new AbortController().signal, 0);
  const context = new RequestContext(runtime, exchange, address, exchange.method);
  context.routedTo(PLACE);
  return new MethodRequest(exchange, context, address, undefined, () => undefined);
}

/** Functions whose answers are kept. */
function tapped(functions: StreamingInvoker, answers: Uint8Array[]): StreamingInvoker {
  return {
    ...functions,
    async invoke(call, signal) {
      const result = await functions.invoke(call, signal);
      if (result.kind === 'invoked') answers.push(result.payload);
      return result;
    },
  };
}

/** What is told of a caller who is known. */
function known(
  { facts }: Authorization,
  [answer]: readonly Uint8Array[],
): Omit<AuthorizerTestResult, 'latencyMs' | 'log'> {
  const { principalId, claims } = facts;
  return {
    clientStatus: 0,
    ...(principalId !== undefined && { principalId }),
    ...(answer && { policy: JSON.stringify(JSON.parse(Buffer.from(answer).toString('utf8')).policyDocument) }),
    ...(claims && { claims: { ...claims } }),
  };
}
