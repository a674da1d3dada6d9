import type { Integration, Method } from '../../../model/index.ts';
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
import { compileRequestParameters, mappedHeaders } from '../../mapping/index.ts';
import {
  type Abandoned,
  type CompileScope,
  ConfigurationProblem,
  configurationError,
  type IntegrationPlan,
  type MethodOutcome,
  type MethodPlace,
  type MethodRequest,
  resolveStageVariables,
} from '../../method/index.ts';
import { compileIntegrationRequest } from '../../pipeline/integration-request.ts';
import { compileIntegrationResponse } from '../../pipeline/integration-response.ts';
import { readRequestBody } from '../../pipeline/request-body.ts';
import { firstHeader, headerPairs } from '../../text/index.ts';
import { backendVerb, callBackend, carriesBody, compileEndpoint, mappedAnswer } from '../http/index.ts';

const NO_BODY = Buffer.alloc(0);

/** `credentials` that stand for the caller's own (fact D66). */
const CALLER = 'arn:aws:iam::*:user/*';

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
  const roleArn = readRole(integration, scope);
  const service = serviceEndpoint(uri, scope.awsSigner.access);
  const parameters = compileRequestParameters(integration.requestParameters, 'aws', scope.stageVariables);
  const overridable = integration.requestTemplates !== undefined;
  const endpoint = compileEndpoint(urlOf(uri, service), parameters, place.resourcePath, overridable);
  const isOwnAction = service.isOwn && uri.kind === 'action';
  const jsonFields = isOwnAction ? jsonActionFields(uri.service, actionOf(uri)) : undefined;
  const mapRequest = compileIntegrationRequest<never>(integration, parameters, 'aws', scope, readRequestBody);
  const respond = compileIntegrationResponse(method, scope);

  const send = async (request: MethodRequest, mappedBody: Buffer): Promise<MethodOutcome> => {
    const path = endpoint.pathFor(request, '');
    if (path === undefined) return { kind: 'failure', type: 'BAD_REQUEST' };
    const [pathOnly, query] = splitQuery(path);
    const verb = backendVerb(integration, request);
    // A substitute for AWS gets the parameters of an action without a body as the SDKs send them, too.
    const asForm = isOwnAction && jsonFields === undefined && mappedBody.length === 0 && verb === 'POST';
    const body = asForm ? Buffer.from(query) : mappedBody;
    const mapped = mappedHeaders(parameters, request);
    const headers = requestHeaders(request, verb, endpoint.host, mapped, asForm ? FORM_FIELDS : jsonFields);
    const signature = await scope.awsSigner
      .sign({ method: verb, path: pathOnly, query, headers }, body, service, roleArn)
      .catch(signingFailure);
    if (!Array.isArray(signature)) return signature;
    const { upstream, limits } = scope;
    const signed = [...headers, ...signature];
    request.context.trace?.record({
      kind: 'integrationRequest',
      method: verb,
      uri: endpoint.urlOf(path),
      headers: signed,
      body,
    });
    const answer = await callBackend(
      upstream,
      {
        method: verb,
        origin: endpoint.origin,
        path,
        headers: signed,
        body,
        timeoutMs: integration.timeoutInMillis,
      },
      request.exchange.signal,
    );
    if (answer.kind !== 'answered') return answer;
    request.context.awsEndpointRequestId = endpointRequestId(answer.response.headers);
    return mappedAnswer(answer.response, verb, request, respond, limits.passedBodyBytes);
  };

  return {
    async invoke(request) {
      const body = await mapRequest(request);
      if (body.kind !== 'body') return body;
      return send(request, carriesBody(backendVerb(integration, request)) ? body.bytes : NO_BODY);
    },
  };
}

function readUri(text: string): ServiceUri {
  const uri = parseServiceUri(text);
  if (uri === undefined) throw new ConfigurationProblem(`"${text}" names no AWS service to call.`);
  return uri;
}

function readRole(integration: Integration, scope: CompileScope): string | undefined {
  const { credentials } = integration;
  if (credentials === undefined) return undefined;
  const roleArn = resolveStageVariables(credentials, scope.stageVariables);
  if (roleArn === CALLER)
    throw new ConfigurationProblem(
      'A call with the caller’s own credentials (arn:aws:iam::*:user/*) cannot be signed: only AWS knows them.',
    );
  return roleArn;
}

/** `Action=NAME&PARAMETERS` in the query, or the path, which may begin with a slash more or less. */
function urlOf({ kind, target }: ServiceUri, { url }: ServiceEndpoint): string {
  return kind === 'action' ? `${url}/?Action=${target}` : `${url}/${target.replace(/^\//, '')}`;
}

function actionOf({ target }: ServiceUri): string {
  const [action = ''] = target.split('&');
  return action;
}

/** AWS's own headers (fact D33), each unless a mapping sets it, then the mapped ones. */
function requestHeaders(
  request: MethodRequest,
  verb: string,
  host: string,
  mapped: ReturnType<typeof mappedHeaders>,
  ofAction: readonly string[] = [],
): string[] {
  const headers: string[] = [];
  const add = (name: string, value: string): void => {
    if (!mapped.names.has(name.toLowerCase())) headers.push(name, value);
  };
  add('Host', host);
  add('Accept', 'application/json');
  add('User-Agent', `AmazonAPIGateway_${request.context.stageFacts.apiId}`);
  if (ofAction.length > 0) for (const [name, value] of headerPairs(ofAction)) add(name, value);
  else if (carriesBody(verb)) add('Content-Type', firstHeader(request.headers, 'content-type') ?? 'application/json');
  headers.push('X-Amzn-Trace-Id', request.context.traceId, ...mapped.fields);
  return headers;
}

function splitQuery(path: string): readonly [path: string, query: string] {
  const question = path.indexOf('?');
  return question < 0 ? [path, ''] : [path.slice(0, question), path.slice(question + 1)];
}

function signingFailure(error: unknown): GatewayFailure | Abandoned {
  if (error instanceof AssumeRoleError || error instanceof NoCredentialsError) return configurationError(error.message);
  throw error;
}

/** `$context.awsEndpointRequestId`: S3 has a name of its own for it. */
function endpointRequestId(headers: readonly string[]): string | undefined {
  return firstHeader(headers, 'x-amzn-requestid') ?? firstHeader(headers, 'x-amz-request-id');
}
