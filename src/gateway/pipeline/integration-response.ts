import { isUtf8 } from 'node:buffer';
import type { BodySource, HeaderList } from '../../http/index.ts';
import type { IntegrationResponse, Method } from '../../model/index.ts';
import { compileResponseConversion, convert, type PayloadConversion } from '../conversion/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { clientHeaders } from '../headers/index.ts';
import { compileResponseParameters, mappingFailure, type ResponseParameters } from '../mapping/index.ts';
import {
  type CompileScope,
  configurationError,
  type MaybePromise,
  type MethodRequest,
  type MethodResponse,
  Payload,
} from '../method/index.ts';
import { compileSelection } from '../selection/index.ts';
import { compileTemplates, responseTemplate, type Template, type Templates } from '../templates/index.ts';
import { firstHeader, hasHeader } from '../text/index.ts';

/** What a backend of a non-proxy integration answered. */
export interface IntegrationResult {
  /** What selection patterns are matched with: the status as text, or a function's `errorMessage`. */
  readonly selectionValue: string;
  readonly headers: HeaderList;
  readonly body: Buffer | WaitingBody;
}

/** A body that is still on its way; exactly one of the three is called. */
export interface WaitingBody {
  /** Reads it to its end. */
  gather(): Promise<Buffer>;
  /** Takes it over as it comes in, with the header fields that tell its length. */
  pass(): Promise<{ readonly body: Uint8Array | BodySource; readonly headers: readonly string[] }>;
  /** Gives it up. */
  discard(): void;
}

/** The method's answer, to which an integration may add headers of its own. */
export type MappedOutcome = (MethodResponse & { readonly headers: readonly string[] }) | GatewayFailure;

/**
 * Turns what a non-proxy backend answered into the method's answer.
 * @throws what gathering or passing on the backend's body throws
 */
export type IntegrationResponseMapping = (
  result: IntegrationResult,
  request: MethodRequest,
) => MaybePromise<MappedOutcome>;

interface CompiledResponse {
  readonly statusCode: string;
  readonly selectionPattern?: string;
  readonly declared: boolean;
  readonly parameters: ResponseParameters;
  readonly templates: Templates;
  readonly conversion: PayloadConversion | undefined;
}

/**
 * Compiles the phase "integration response" of a non-proxy method: the integration response is chosen (facts D50 to D52),
 * must stand for a declared method response (fact D53), and gives status, headers and body.
 * @throws {ConfigurationProblem} when a mapping is not understood
 */
export function compileIntegrationResponse(method: Method, scope: CompileScope): IntegrationResponseMapping {
  const responses = Object.values(method.methodIntegration?.integrationResponses ?? {}).map((response) =>
    compileResponse(response, method, scope),
  );
  const select = compileSelection(responses, scope.warn);
  return (result, request) => {
    const response = select(result.selectionValue);
    if (response === undefined)
      return giveUp(
        result,
        `No match for output mapping and no default output mapping configured. Endpoint Response Status Code: ${result.selectionValue}`,
      );
    const { selectionPattern: pattern, statusCode } = response;
    request.context.trace?.record({ kind: 'selected', value: result.selectionValue, pattern, statusCode });
    if (!response.declared) return giveUp(result, `Output mapping refers to an invalid method response: ${statusCode}`);
    return respond(response, result, request);
  };
}

function compileResponse(response: IntegrationResponse, method: Method, scope: CompileScope): CompiledResponse {
  const { statusCode, selectionPattern } = response;
  return {
    statusCode,
    ...(selectionPattern === undefined ? {} : { selectionPattern }),
    declared: Object.hasOwn(method.methodResponses ?? {}, statusCode),
    parameters: compileResponseParameters(response.responseParameters, scope.stageVariables),
    templates: compileTemplates(response.responseTemplates, `Response template of ${statusCode} for`, scope),
    conversion: compileResponseConversion(scope.binaryMediaTypes, response.contentHandling),
  };
}

function giveUp({ body }: IntegrationResult, detail: string): GatewayFailure {
  if (!(body instanceof Uint8Array)) body.discard();
  return configurationError(detail);
}

function respond(
  response: CompiledResponse,
  result: IntegrationResult,
  request: MethodRequest,
): MaybePromise<MappedOutcome> {
  const { body } = result;
  const accept = firstHeader(request.headers, 'accept');
  const template = responseTemplate(response.templates, accept);
  if (template.kind === 'refused') return giveUp(result, template.problem);
  const conversion = response.conversion?.(firstHeader(result.headers, 'content-type'), accept) ?? 'none';
  const map = (bytes: Buffer): MappedOutcome => {
    const converted = convert(bytes, conversion);
    if (converted === undefined) return configurationError('Unable to transform response: the body is no base64.');
    if (template.kind === 'rendered' && conversion === 'decode' && !isUtf8(converted))
      return configurationError('Unable to transform response: a template needs text, and the body is binary.');
    try {
      const type = template.kind === 'rendered' ? template.contentType : undefined;
      return outcome(response, result, request, mapBody(template, converted, request), converted, type);
    } catch (error) {
      return mappingFailure(error, 'response');
    }
  };
  if (body instanceof Uint8Array) return map(body);
  if (template.kind === 'rendered' || conversion !== 'none' || response.parameters.readBody)
    return body.gather().then(map);
  if (template.kind === 'static') {
    body.discard();
    return outcome(response, result, request, template.body, undefined);
  }
  return body.pass().then((passed) => {
    const passedOn = outcome(response, result, request, passed.body, undefined);
    return { ...passedOn, headers: [...passedOn.headers, ...passed.headers] };
  });
}

/** @throws {TemplateRenderError} */
function mapBody(template: Exclude<Template, { kind: 'refused' }>, bytes: Buffer, request: MethodRequest): Buffer {
  if (template.kind === 'static') return template.body;
  if (template.kind === 'passthrough') return bytes;
  const rendered = Buffer.from(template.render(request, bytes.toString('utf8')));
  request.context.trace?.record({
    kind: 'rendered',
    side: 'response',
    template: template.name,
    input: bytes,
    body: rendered,
  });
  return rendered;
}

/**
 * @param payload the body before it was mapped, where it has been gathered
 * @param contentType what the body is, where its template says it
 */
function outcome(
  { statusCode, parameters }: CompiledResponse,
  { headers }: IntegrationResult,
  request: MethodRequest,
  body: Uint8Array | BodySource,
  payload: Buffer | undefined,
  contentType?: string,
): MethodResponse & { readonly headers: readonly string[] } {
  const source = {
    headers,
    payload: parameters.readBody && payload !== undefined ? new Payload(payload.toString('utf8')) : undefined,
  };
  const mapped = parameters.map(source, request);
  return {
    kind: 'response',
    status: request.overrides?.status ?? Number(statusCode),
    headers: clientHeaders(typed(overridden(mapped, request), contentType), 'mapped'),
    body,
  };
}

/** With the content type that a template gives, where no mapping gives one. */
function typed(headers: readonly string[], contentType: string | undefined): readonly string[] {
  if (contentType === undefined || hasHeader(headers, 'content-type')) return headers;
  return [...headers, 'Content-Type', contentType];
}

/** The mapped headers, with those that templates set in the place of theirs (fact D30). */
function overridden(mapped: readonly string[], { overrides }: MethodRequest): readonly string[] {
  const replaced = overrides?.responseHeaders ?? [];
  if (replaced.length === 0) return mapped;
  const names = new Set(replaced.map(([name]) => name.toLowerCase()));
  const kept = mapped.filter((_, at) => !names.has((mapped[at - (at % 2)] as string).toLowerCase()));
  return [...kept, ...replaced.flatMap(([name, values]) => values.flatMap((value) => [name, value]))];
}
