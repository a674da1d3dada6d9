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
import { ExecutionLog } from './execution-log.ts';
import { SimulatedExchange } from './simulated-exchange.ts';

/** What testing an authorizer needs of the process that it runs in. */
export type TestEnvironment = Pick<GatewayEnvironment, 'functions' | 'userPools' | 'now' | 'nowMs' | 'fillRandom'>;

/** The stage in a tested method's ARN (guide page apigateway-use-lambda-authorizer). */
const STAGE = 'ESTestInvoke-stage';
const PLACE = { resourceId: '', resourcePath: '/', operationName: undefined };

/** Authorizers are compiled for each test, so nothing that they decided is kept; the keys of user pools are. */
export function createAuthorizerTester(environment: TestEnvironment): TestAuthorizer {
  const ids = new IdSource(environment.fillRandom);
  const issuerKeys = new IssuerKeys(environment.userPools, environment.now);
  return async (test) => {
    const request = simulate(test, environment, ids);
    const log = new ExecutionLog(request.context.requestId, environment.now);
    const answers: Uint8Array[] = [];
    const scope: AuthorizerScope = {
      facts: request.context.stageFacts,
      stageVariables: test.stageVariables,
      functions: tapped(environment.functions, log, answers),
      issuerKeys,
      now: environment.now,
    };
    const startedAtMs = environment.nowMs();
    log.add(`Starting authorizer: ${test.authorizer.id} for request: ${request.context.requestId}`);
    const outcome = await ask(test, scope, request);
    const latencyMs = Math.round(environment.nowMs() - startedAtMs);
    return { latencyMs, ...(outcome.kind === 'failure' ? refused(outcome, log) : known(outcome, answers, log)) };
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
  const exchange = new SimulatedExchange(pathWithQueryString, headers, now());
  const context = new RequestContext(runtime, exchange, address, exchange.method);
  context.routedTo(PLACE);
  return new MethodRequest(exchange, context, address, undefined, () => undefined);
}

/** Functions whose events and answers are written down. */
function tapped(functions: StreamingInvoker, log: ExecutionLog, answers: Uint8Array[]): StreamingInvoker {
  return {
    ...functions,
    async invoke(call, signal) {
      log.add(`Sending request to ${call.functionArn}`);
      const result = await functions.invoke(call, signal);
      if (result.kind === 'refused') return result;
      answers.push(result.payload);
      log.add(`Authorizer result body before parsing: ${Buffer.from(result.payload).toString('utf8')}`);
      return result;
    },
  };
}

function refused(failure: GatewayFailure, log: ExecutionLog): Omit<AuthorizerTestResult, 'latencyMs'> {
  const clientStatus = renderFailure(failure).status;
  log.add(failure.detail ?? 'Unauthorized request');
  return { clientStatus, log: log.text };
}

function known(
  { facts }: Authorization,
  [answer]: readonly Uint8Array[],
  log: ExecutionLog,
): Omit<AuthorizerTestResult, 'latencyMs'> {
  log.add('Successfully completed authorizer execution');
  const { principalId, claims } = facts;
  return {
    clientStatus: 0,
    log: log.text,
    ...(principalId !== undefined && { principalId }),
    ...(answer && { policy: JSON.stringify(JSON.parse(Buffer.from(answer).toString('utf8')).policyDocument) }),
    ...(claims && { claims: { ...claims } }),
  };
}
