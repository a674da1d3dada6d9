import type { Method, Resource } from '../../model/index.ts';
import { compact, type JsonObject } from '../values.ts';
import type { ExportedExtensions } from './api.ts';
import type { WritingDialect } from './dialect.ts';
import type { Documentation } from './documentation.ts';
import { writeIntegration } from './integration.ts';
import { messagesOf } from './messages.ts';
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
