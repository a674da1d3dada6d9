import { isUtf8 } from 'node:buffer';
import type { Integration } from '../../model/index.ts';
import { compileRequestConversion, convert } from '../conversion/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { isForbiddenHeader, mappingFailure, type RequestParameters, type Towards } from '../mapping/index.ts';
import {
  type Abandoned,
  type CompileScope,
  configurationError,
  type MaybePromise,
  type MethodRequest,
  Overrides,
  Payload,
} from '../method/index.ts';
import { compileTemplates, requestTemplate, type Template } from '../templates/index.ts';
import { firstHeader } from '../text/index.ts';
import { arrivedBody, type RequestBody, readRequestBody } from './request-body.ts';

/** A body on its way to the backend, or why there is none. */
type Mapped<Passed> = RequestBody | Passed | GatewayFailure | Abandoned;

/**
 * Compiles the phase "integration request" of a non-proxy method: the template is chosen (facts D20, D21), the payload is
 * converted (fact D73) and mapped. What the mappings need besides is then at the request: its `payload` and its `overrides`.
 * @param pass takes over a body that nothing looks at or changes
 */
export function compileIntegrationRequest<Passed>(
  integration: Integration,
  parameters: RequestParameters,
  towards: Towards,
  scope: CompileScope,
  pass: (request: MethodRequest) => MaybePromise<Mapped<Passed>>,
): (request: MethodRequest) => MaybePromise<Mapped<Passed>> {
  const templates = compileTemplates(integration.requestTemplates, 'Request template', scope);
  const choice = { templates, passthroughBehavior: integration.passthroughBehavior };
  const conversionFor = compileRequestConversion(scope.binaryMediaTypes, integration.contentHandling);

  const map = (request: MethodRequest, template: Template, bytes: Buffer): RequestBody | GatewayFailure => {
    const conversion = conversionFor?.(firstHeader(request.headers, 'content-type'), undefined) ?? 'none';
    const converted = convert(bytes, conversion);
    if (converted === undefined) return configurationError('Unable to transform request: the body is no base64.');
    try {
      readMappings(request, parameters, converted);
      if (template.kind === 'static') return { kind: 'body', bytes: template.body };
      if (template.kind !== 'rendered') return { kind: 'body', bytes: converted };
      if (conversion === 'decode' && !isUtf8(converted))
        return configurationError('Unable to transform request: a template needs text, and the body is binary.');
      const rendered = Buffer.from(template.render(request, converted.toString('utf8')));
      request.context.trace?.record({
        kind: 'rendered',
        side: 'request',
        template: template.name,
        input: converted,
        body: rendered,
      });
      if (template.contentType !== undefined) giveType(request, parameters, template.contentType);
      return forbiddenOverride(request, towards) ?? { kind: 'body', bytes: rendered };
    } catch (error) {
      return mappingFailure(error, 'request');
    }
  };

  return (request) => {
    const contentType = firstHeader(request.headers, 'content-type');
    const template = requestTemplate(choice, contentType);
    if (template === 'unsupported') return { kind: 'failure', type: 'UNSUPPORTED_MEDIA_TYPE' };
    if (template.kind === 'refused') return configurationError(template.problem);
    const converts = conversionFor !== undefined && conversionFor(contentType, undefined) !== 'none';
    if (!converts && parameters.fromBody.length === 0) {
      if (template.kind === 'static') return { kind: 'body', bytes: template.body };
      if (template.kind === 'passthrough') return pass(request);
    }
    // Bytes that may be borrowed are used up in this turn: only texts are made of them.
    const arrived = template.kind === 'rendered' ? arrivedBody(request) : undefined;
    if (arrived !== undefined) {
      request.context.trace?.record({ kind: 'requestBody', body: arrived });
      return map(request, template, arrived);
    }
    return readRequestBody(request).then((body) => (body.kind === 'body' ? map(request, template, body.bytes) : body));
  };
}

/** Lets every parameter mapping that reads the body find its value, so that one that cannot fails the request here. */
export function readMappings(request: MethodRequest, { fromBody }: RequestParameters, body: Buffer): void {
  if (fromBody.length === 0) return;
  request.payload = new Payload(body.toString('utf8'));
  for (const read of fromBody) read(request);
}

/** Tells the backend what a body is that a template says it of, where no mapping tells it. */
function giveType(request: MethodRequest, { headers }: RequestParameters, contentType: string): void {
  if (headers.some(({ name }) => name.toLowerCase() === 'content-type')) return;
  const overrides = new Overrides(request.overrides);
  overrides.setHeader('Content-Type', contentType);
  request.overrides = overrides;
}

/** A header that a mapping must not set (fact D26), a template must not set either. */
function forbiddenOverride(request: MethodRequest, towards: Towards): GatewayFailure | undefined {
  const found = request.overrides?.headers.find(([name]) => isForbiddenHeader(name, towards));
  return found && configurationError(`The header "${found[0]}" must not be overridden.`);
}
