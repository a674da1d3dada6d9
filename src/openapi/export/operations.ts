import type { Method, Resource } from '../../model/index.ts';
import { compact, type JsonObject } from '../values.ts';
import type { ExportedExtensions } from './api.ts';
import type { DescribedResponse, Messages, Parameter, WritingDialect } from './dialect.ts';
import type { Documentation } from './documentation.ts';
import { writeIntegration } from './integration.ts';
import type { Security } from './security.ts';

/** What every operation is written with. */
export interface Writing {
  readonly dialect: WritingDialect;
  readonly extensions: ExportedExtensions;
  readonly documentation: Documentation;
  readonly security: Security;
  /** Names of request validators by id. */
  readonly validators: ReadonlyMap<string, string>;
}

/** A resource's methods as a path item. */
export function writePathItem(resource: Resource, writing: Writing): JsonObject {
  const operations = Object.values(resource.resourceMethods).map((method) => [
    method.httpMethod === 'ANY' ? 'x-amazon-apigateway-any-method' : method.httpMethod.toLowerCase(),
    writeOperation(method, resource, writing),
  ]);
  return { ...Object.fromEntries(operations), ...writing.documentation.of({ type: 'RESOURCE', path: resource.path }) };
}

function writeOperation(method: Method, { path, id }: Resource, writing: Writing): JsonObject {
  const { dialect, extensions, documentation, security, validators } = writing;
  const validator = method.requestValidatorId === undefined ? undefined : validators.get(method.requestValidatorId);
  return compact({
    ...documentation.of({ type: 'METHOD', path, method: method.httpMethod }),
    operationId: method.operationName,
    ...dialect.messages(messagesOf(method, path, documentation)),
    security: security.requirements(method),
    'x-amazon-apigateway-request-validator': extensions.apigateway ? validator : undefined,
    'x-amazon-apigateway-integration':
      extensions.integrations && method.methodIntegration ? writeIntegration(method.methodIntegration, id) : undefined,
    'x-postman-meta': extensions.postman && method.authorizationType === 'AWS_IAM' ? POSTMAN_SIGV4 : undefined,
  });
}

/** Lets Postman sign; the braces are Postman's own variables. */
const POSTMAN_SIGV4: JsonObject = {
  currentHelper: 'awsSigV4',
  helperAttributes: {
    accessKey: '{{accessKey}}',
    secretKey: '{{secretKey}}',
    region: '{{region}}',
    service: 'execute-api',
  },
};

function messagesOf(method: Method, path: string, documentation: Documentation): Messages {
  const at = { path, method: method.httpMethod };
  const { requestTemplates = {}, integrationResponses = {} } = method.methodIntegration ?? {};
  const responseTemplates = Object.values(integrationResponses).flatMap(({ responseTemplates: templates = {} }) =>
    Object.keys(templates),
  );
  return {
    parameters: Object.entries(method.requestParameters ?? {}).flatMap(([key, required]) => {
      const parameter = readParameter(key);
      if (!parameter) return [];
      const { type, name } = parameter;
      return { name, in: parameter.in, required, about: documentation.of({ type, ...at, name }) };
    }),
    requestModels: method.requestModels ?? {},
    aboutRequestBody: documentation.of({ type: 'REQUEST_BODY', ...at }),
    responses: Object.values(method.methodResponses ?? {}).map((response): DescribedResponse => {
      const place = { ...at, statusCode: response.statusCode };
      const names = Object.keys(response.responseParameters ?? {}).map((key) =>
        key.slice('method.response.header.'.length),
      );
      return {
        ...response,
        description: `${response.statusCode} response`,
        about: documentation.of({ type: 'RESPONSE', ...place }),
        headers: Object.fromEntries(
          names.map((name) => [name, documentation.of({ type: 'RESPONSE_HEADER', ...place, name })]),
        ),
      };
    }),
    consumes: Object.keys(requestTemplates).filter(isMediaType),
    produces: responseTemplates.filter(isMediaType),
  };
}

/** `$default` is a key of templates and no content type (fact D20). */
function isMediaType(type: string): boolean {
  return type !== '$default';
}

const LOCATIONS = {
  path: { in: 'path', type: 'PATH_PARAMETER' },
  querystring: { in: 'query', type: 'QUERY_PARAMETER' },
  header: { in: 'header', type: 'REQUEST_HEADER' },
} as const;

function readParameter(key: string) {
  const match = /^method\.request\.(path|querystring|header)\.(.+)$/.exec(key);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const location: Parameter['in'] | undefined = LOCATIONS[match[1] as keyof typeof LOCATIONS].in;
  return { name: match[2], in: location, type: LOCATIONS[match[1] as keyof typeof LOCATIONS].type };
}
