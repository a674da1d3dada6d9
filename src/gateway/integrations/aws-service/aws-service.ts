import type { AwsCredentials, Integration, Method } from '../../../model/index.ts';
import {
  AssumeRoleError,
  FORM_FIELDS,
  jsonActionFields,
  NoCredentialsError,
  parseServiceUri,
  type ServiceEndpoint,
  type ServiceUri,
  serviceEndpoint,
} from '../../aws-services/index.ts';
import type { GatewayFailure } from '../../gateway-responses/index.ts';
import { NoCallerError } from '../../iam/index.ts';
import { compileRequestParameters, mappedHeaders } from '../../mapping/index.ts';
import {
  type Abandoned,
  CALLER,
  type CompileScope,
  ConfigurationProblem,
  configurationError,
  credentialsOf,
  type IntegrationPlan,
  type MaybePromise,
  type MethodOutcome,
  type MethodPlace,
  type MethodRequest,
  type PENDING,
  resolveStageVariables,
} from '../../method/index.ts';
import { compileIntegrationRequest } from '../../pipeline/integration-request.ts';
import { compileIntegrationResponse } from '../../pipeline/integration-response.ts';
import { arrivedBody, type RequestBody, readRequestBody } from '../../pipeline/request-body.ts';
import { firstHeader } from '../../text/index.ts';
import {
  backendVerb,
  carriesBody,
  compileEndpoint,
  MappedCall,
  type MappedPlan,
  mappedRequestHeaders,
} from '../http/index.ts';

const NO_BODY = Buffer.alloc(0);
const ABANDONED: Abandoned = { kind: 'abandoned' };

/**
 * Compiles an AWS integration with a service other than Lambda. An `action` is sent as AWS sends it, in the query of a request
 * to the service's root (guide, "Create a REST API as an Amazon Kinesis proxy"); a `path` as the path of the request.
 * @throws {ConfigurationProblem} when the configuration cannot be served
 */
export function compileAwsService(
  method: Method,
  integration: Integration,
  place: MethodPlace,
  scope: CompileScope,
): IntegrationPlan {
  const uri = readUri(resolveStageVariables(integration.uri ?? '', scope.stageVariables));
  const service = serviceEndpoint(uri, scope.awsSigner.access);
  const credentialsFor = compileCredentials(integration, service, scope);
  const parameters = compileRequestParameters(integration.requestParameters, 'aws', scope.stageVariables);
  const overridable = integration.requestTemplates !== undefined;
  const endpoint = compileEndpoint(urlOf(uri, service), parameters, place.resourcePath, overridable);
  const isOwnAction = service.isOwn && uri.kind === 'action';
  const jsonFields = isOwnAction ? jsonActionFields(uri.service, actionOf(uri)) : undefined;
  const mapRequest = compileIntegrationRequest(integration, parameters, 'aws', scope, wholeBody);
  const plan: MappedPlan = {
    endpoint,
    route: scope.upstream.route(endpoint.origin),
    timeoutMs: integration.timeoutInMillis,
    limitBytes: scope.limits.passedBodyBytes,
    respond: compileIntegrationResponse(method, scope),
    onHead(headers, { context }) {
      context.awsEndpointRequestId = endpointRequestId(headers);
    },
  };

  const send = (request: MethodRequest, mappedBody: Buffer): MaybePromise<MethodOutcome | typeof PENDING> => {
    const path = endpoint.pathFor(request, '');
    if (path === undefined) return { kind: 'failure', type: 'BAD_REQUEST' };
    const [pathOnly, query] = splitQuery(path);
    const verb = backendVerb(integration, request);
    // A substitute for AWS gets the parameters of an action without a body as the SDKs send them, too.
    const asForm = isOwnAction && jsonFields === undefined && mappedBody.length === 0 && verb === 'POST';
    const body = asForm ? Buffer.from(query) : mappedBody;
    const mapped = mappedHeaders(parameters, request);
    const headers = mappedRequestHeaders(request, verb, endpoint.host, mapped, asForm ? FORM_FIELDS : jsonFields);
    const call = new MappedCall(plan, request, verb);
    const signed = { method: verb, path: pathOnly, query, headers };
    const signature = attempt(() => scope.awsSigner.sign(signed, body, service, credentialsFor(request)));
    if (Array.isArray(signature)) return call.send(path, [...headers, ...signature], body);
    if (!(signature instanceof Promise)) return signature;
    const kept = Buffer.from(body);
    return signature.then((late) => {
      if (!Array.isArray(late)) return late;
      return request.exchange.signal.aborted ? ABANDONED : call.send(path, [...headers, ...late], kept);
    });
  };
  const proceed = (request: MethodRequest, body: RequestBody | GatewayFailure | Abandoned) => {
    if (body.kind !== 'body') return body;
    return send(request, carriesBody(backendVerb(integration, request)) ? body.bytes : NO_BODY);
  };

  return {
    invoke(request) {
      const mapped = mapRequest(request);
      if (!(mapped instanceof Promise)) return proceed(request, mapped);
      return mapped.then((late) => (request.exchange.signal.aborted ? ABANDONED : proceed(request, late)));
    },
  };
}

/** A body that nothing looks at but its signature, at once where it is here. */
function wholeBody(request: MethodRequest): MaybePromise<RequestBody | GatewayFailure | Abandoned> {
  const arrived = arrivedBody(request);
  return arrived === undefined ? readRequestBody(request) : { kind: 'body', bytes: arrived };
}

function readUri(text: string): ServiceUri {
  const uri = parseServiceUri(text);
  if (uri === undefined) throw new ConfigurationProblem(`"${text}" names no AWS service to call.`);
  return uri;
}

/**
 * Whose credentials sign (fact D66): those of the operator or of a role, or temporary ones of whoever calls. The latter are of
 * this installation: AWS would not know them, and has no business to see them.
 * @throws {ConfigurationProblem}
 */
function compileCredentials(
  integration: Integration,
  service: ServiceEndpoint,
  { awsSigner, signers, stageVariables }: CompileScope,
): (request: MethodRequest) => MaybePromise<AwsCredentials> {
  const credentials = credentialsOf(integration, stageVariables);
  if (credentials !== CALLER) return () => awsSigner.credentials(service, credentials);
  if (!service.isOwn)
    throw new ConfigurationProblem(
      `A call with the caller’s own credentials (${CALLER}) needs an endpoint of yours for the service: AWS does not know your callers.`,
    );
  return ({ callerKey }) => signers.credentials.of(callerKey);
}

/** `Action=NAME&PARAMETERS` in the query, or the path, which may begin with a slash more or less. */
function urlOf({ kind, target }: ServiceUri, { url }: ServiceEndpoint): string {
  return kind === 'action' ? `${url}/?Action=${target}` : `${url}/${target.replace(/^\//, '')}`;
}

function actionOf({ target }: ServiceUri): string {
  const [action = ''] = target.split('&');
  return action;
}

function splitQuery(path: string): readonly [path: string, query: string] {
  const question = path.indexOf('?');
  return question < 0 ? [path, ''] : [path.slice(0, question), path.slice(question + 1)];
}

/** The fields of a request's signature, or why there is none; at once where the credentials are known. */
function attempt(sign: () => MaybePromise<string[]>): MaybePromise<string[] | GatewayFailure> {
  try {
    const signature = sign();
    return signature instanceof Promise ? signature.catch(signingFailure) : signature;
  } catch (error) {
    return signingFailure(error);
  }
}

const EXPECTED = [AssumeRoleError, NoCallerError, NoCredentialsError];

function signingFailure(error: unknown): GatewayFailure {
  if (error instanceof Error && EXPECTED.some((kind) => error instanceof kind))
    return configurationError(error.message);
  throw error;
}

/** `$context.awsEndpointRequestId`: S3 has a name of its own for it. */
function endpointRequestId(headers: readonly string[]): string | undefined {
  return firstHeader(headers, 'x-amzn-requestid') ?? firstHeader(headers, 'x-amz-request-id');
}
