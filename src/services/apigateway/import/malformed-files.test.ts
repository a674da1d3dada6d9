import { beforeEach, describe, expect, it } from 'vitest';
import { EVERYTHING, FUNCTION_URI } from '../testing/everything.ts';
import { bodyOf, contentsOf, importApi, mockOperation, openapi } from '../testing/imports.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// The frames and `Invalid OpenAPI input.` are reported of AWS (api-gateway-import-api-errors-warnings; terraform-aws-api-gateway issue
// 20; localstack issue 4619); behind them stand the words of the single operations, which their own tests hold to AWS. What follows
// `Invalid OpenAPI input.` is ours.

const INVALID = 'Invalid OpenAPI input.';
const integrated = (integration: object | string) =>
  openapi({ '/x': { get: mockOperation({ 'x-amazon-apigateway-integration': integration }) } });
const http = { type: 'http', httpMethod: 'GET', uri: 'http://example.com/' };
const at = "on 'GET' for resource at path '/x'";
const extended = (name: string, value: unknown) => openapi({}, { [`x-amazon-apigateway-${name}`]: value });
const secured = (scheme: object) => openapi({}, { components: { securitySchemes: { a: scheme } } });
const authorized = (more: object, scheme: object = {}) =>
  secured({
    type: 'apiKey',
    name: 'Authorization',
    in: 'header',
    ...scheme,
    'x-amazon-apigateway-authtype': 'custom',
    'x-amazon-apigateway-authorizer': { type: 'token', authorizerUri: FUNCTION_URI, ...more },
  });
const modelled = (schema: unknown) => openapi({}, { components: { schemas: { A: schema } } });
const documented = (part: object) => extended('documentation', { documentationParts: [part] });

/** No document at all, or none of OpenAPI. */
const UNREADABLE: readonly (readonly [string, string | object, string])[] = [
  ['nothing', '', INVALID],
  ['space', ' \n', INVALID],
  ['text', 'hello', INVALID],
  ['a number', '7', INVALID],
  ['null', 'null', INVALID],
  ['a text in JSON', '"x"', INVALID],
  ['a list', '[]', INVALID],
  ['JSON that ends early', '{"openapi": "3.0.1", ', INVALID],
  ['YAML that ends early', 'openapi: [3\n', INVALID],
  ['YAML with a tab', 'openapi: 3.0.1\ninfo:\n\ttitle: x\n', INVALID],
  [
    'an entity bomb',
    `a: &a [${'x,'.repeat(9)}]\n${'bcdefghi'.replace(/./g, (n) => `${n}: &${n} [${`*${String.fromCharCode(n.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`,
    'Invalid OpenAPI input. It has more than 1000000 values.',
  ],
  ['no version', { info: { title: 'x' }, paths: {} }, INVALID],
  ['a version that is none', { openapi: {}, info: { title: 'x' }, paths: {} }, INVALID],
  [
    'version 3.1',
    { openapi: '3.1.0', info: { title: 'x' } },
    `${INVALID} Version 3.1.0 is not supported, only 2.0 and 3.0.`,
  ],
  [
    'version 1.2',
    { swagger: '1.2', info: { title: 'x' } },
    `${INVALID} Version 1.2 is not supported, only 2.0 and 3.0.`,
  ],
  ['no info', { openapi: '3.0.1', paths: {} }, INVALID],
  [
    'too many levels',
    `{"a":${'['.repeat(101)}${']'.repeat(101)}}`,
    'Invalid OpenAPI input. It is nested deeper than 100 levels.',
  ],
  ['too many values', `{"a":[${'0,'.repeat(1_000_000)}0]}`, 'Invalid OpenAPI input. It has more than 1000000 values.'],
  ['too many bytes', `{"a":"${'x'.repeat(6 * 1024 * 1024)}"}`, 'The API definition is larger than 6291456 bytes.'],
  ['info that is a list', { openapi: '3.0.1', info: [] }, `${INVALID} info must be an object.`],
  [
    'paths that are a list',
    { openapi: '3.0.1', info: { title: 'x' }, paths: [] },
    `${INVALID} paths must be an object.`,
  ],
  ['a path that is text', openapi({ '/x': 'GET' }), `${INVALID} paths./x must be an object.`],
  ['an operation that is a list', openapi({ '/x': { get: [] } }), `${INVALID} paths./x.get must be an object.`],
  [
    'parameters that are no list',
    openapi({ '/x': { get: mockOperation({ parameters: { a: 1 } }) } }),
    `${INVALID} paths./x.get.parameters must be a list.`,
  ],
  [
    'responses that are a list',
    openapi({ '/x': { get: { responses: [200] } } }),
    `${INVALID} paths./x.get.responses must be an object.`,
  ],
  ['components that are text', openapi({}, { components: 'x' }), `${INVALID} components must be an object.`],
  ['a schema that is text', modelled('object'), `${INVALID} components.schemas.A must be an object.`],
  [
    'definitions that are a list',
    { swagger: '2.0', info: { title: 'x' }, paths: {}, definitions: [] },
    `${INVALID} definitions must be an object.`,
  ],
  [
    'binary media types that are no list',
    extended('binary-media-types', 'image/png'),
    `${INVALID} x-amazon-apigateway-binary-media-types must be a list.`,
  ],
];

const malformed = 'Unable to parse API definition because of a malformed integration at path /x.';
const MALFORMED: readonly (readonly [string, object, string])[] = [
  ['an integration that is text', integrated('mock'), malformed],
  ['an integration without a type', integrated({ uri: 'x' }), malformed],
  ['a URI of CloudFormation', integrated({ ...http, uri: { 'Fn::Sub': 'http://x' } }), malformed],
  ['templates that are a list', integrated({ ...http, requestTemplates: [] }), malformed],
  ['an integration response that is text', integrated({ ...http, responses: { default: '200' } }), malformed],
];

/** What single operations refuse, each `[what, document, error]` of the list that AWS answers with. */
const ERRORS: readonly (readonly [string, object, string])[] = [
  [
    'a path part of other letters',
    openapi({ '/a b': {} }),
    "Unable to create resource at path '/a b': Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.",
  ],
  [
    'a path below a greedy one',
    openapi({ '/q/{p+}/x': {} }),
    "Unable to create resource at path '/q/{p+}/x': Cannot create a child of a resource with a greedy path variable: {p+}",
  ],
  [
    'two variables side by side',
    openapi({ '/q/{a}': {}, '/q/{b}': {} }),
    "Unable to create resource at path '/q/{b}': A sibling ({a}) of this resource already has a variable path part -- only one is allowed",
  ],
  ['a path without a slash', openapi({ x: {} }), "Unable to create resource at path 'x': A path begins with a slash"],
  [
    'a parameter twice',
    openapi({
      '/x': {
        get: mockOperation({
          parameters: [
            { name: 'a', in: 'query' },
            { name: 'a', in: 'header' },
          ],
        }),
      },
    }),
    "Unable to put method 'GET' on resource at path '/x': Parameter names must be unique across querystring, header and path",
  ],
  [
    'an unknown validator',
    openapi({ '/x': { get: mockOperation({ 'x-amazon-apigateway-request-validator': 'nope' }) } }),
    "Unable to put method 'GET' on resource at path '/x': Invalid Request Validator identifier specified",
  ],
  [
    'a response with a header that cannot be mapped',
    openapi({ '/x': { get: mockOperation({ responses: { 200: { description: 'x', headers: { 'a b': {} } } } }) } }),
    `Unable to put method response ${at}: Invalid mapping expression specified: Validation Result: warnings : [], errors : [Parameter name should match the following regular expression: ^[a-zA-Z0-9._$-]+$]`,
  ],
  [
    'an unknown type of integration',
    integrated({ type: 'pigeon' }),
    `Unable to put integration ${at}: 1 validation error detected: Value 'PIGEON' at 'putIntegrationInput.type' failed to satisfy constraint: Member must satisfy enum value set: [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]`,
  ],
  [
    'an integration without a verb',
    integrated({ type: 'http', uri: 'http://example.com' }),
    `Unable to put integration ${at}: Enumeration value for HttpMethod must be non-empty`,
  ],
  [
    'a URI that is none',
    integrated({ ...http, uri: 'nowhere' }),
    `Unable to put integration ${at}: Invalid HTTP endpoint specified for URI`,
  ],
  [
    'a service without a role',
    integrated({ type: 'aws', httpMethod: 'POST', uri: 'arn:aws:apigateway:us-east-1:sqs:path/1/q' }),
    `Unable to put integration ${at}: Role ARN must be specified for AWS integrations`,
  ],
  [
    'an unknown VPC link',
    integrated({ ...http, connectionType: 'VPC_LINK', connectionId: 'nope00' }),
    `Unable to put integration ${at}: Invalid Vpc Link identifier specified`,
  ],
  [
    'a mapping that is none',
    integrated({ ...http, requestParameters: { 'integration.request.header.x': '*' } }),
    `Unable to put integration ${at}: Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: *]`,
  ],
  [
    'a cache key that is no parameter',
    integrated({ ...http, cacheKeyParameters: ['method.request.header.y'] }),
    `Unable to put integration ${at}: Invalid cache key parameter specified`,
  ],
  [
    'a timeout that is too short',
    integrated({ ...http, timeoutInMillis: 1 }),
    `Unable to put integration ${at}: Timeout should be between 50 ms and 900000 ms`,
  ],
  [
    'an integration response without a status',
    integrated({ ...http, responses: { default: {} } }),
    `Unable to put integration response ${at}: 1 validation error detected: Value '' at 'statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d`,
  ],
  [
    'a blank validator',
    extended('request-validators', { ' ': {} }),
    "Unable to create request validator ' ': Request Validator name cannot be blank",
  ],
  [
    'a gateway response of another status',
    extended('gateway-responses', { THROTTLED: { statusCode: '9' } }),
    "Unable to put gateway response 'THROTTLED': 1 validation error detected: Value '9' at 'putGatewayResponseInput.statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d",
  ],
  [
    'an authorizer without a function',
    authorized({ authorizerUri: 'x' }),
    "Unable to create authorizer from security definition: 'a': Invalid Authorizer URI: x. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.",
  ],
  [
    'a token in the query',
    authorized({}, { in: 'query' }),
    "Unable to create authorizer from security definition: 'a': Invalid token source expression: method.request.querystring.Authorization. The source must be a method request header, matching 'method.request.header.[a-zA-Z0-9._-]+'.",
  ],
  [
    'an authtype alone',
    secured({ type: 'apiKey', name: 'A', in: 'header', 'x-amazon-apigateway-authtype': 'custom' }),
    "Unable to create authorizer from security definition: 'a'. Extension x-amazon-apigateway-authorizer is required. Any methods with security: 'a' will not be created. If this security definition is not a custom authorizer, remove the x-amazon-apigateway-authtype extension.",
  ],
  [
    'a model of an unknown type',
    modelled({ type: 'nothing' }),
    "Unable to create model for 'A': Invalid model specified: Validation Result: warnings : [], errors : [Invalid model schema specified]",
  ],
  [
    'documentation of nothing that there is',
    documented({ location: { type: 'API', path: '/' }, properties: {} }),
    "Unable to create documentation part for 'API': Invalid location specified: 'path' is not valid for type 'API'",
  ],
];

/** What the API itself cannot be: refused in the words of UpdateRestApi or CreateRestApi. */
const SETTINGS: readonly (readonly [string, object, RegExp])[] = [
  ['a blank title', { openapi: '3.0.1', info: { title: ' ' }, paths: {} }, /^REST API name cannot be blank$/],
  ['a policy that is none', extended('policy', { Version: 'x' }), /^Invalid policy document\. /],
  [
    'a size below zero',
    extended('minimum-compression-size', -1),
    /^Invalid minimum compression size, must be between 0 and/,
  ],
  [
    'a size that is text',
    extended('minimum-compression-size', 'x'),
    /^Invalid minimum compression size, must be between 0 and/,
  ],
  ['an unknown source of keys', extended('api-key-source', 'COOKIE'), /COOKIE|^Invalid ApiKeySource specified/],
  ['an unknown security policy', extended('security-policy', 'SSL'), /SSL|^Invalid SecurityPolicy specified/],
  [
    'half of a security policy (fact D155)',
    extended('security-policy', 'SecurityPolicy_TLS13_1_3_2025_09'),
    /^Endpoint access mode is required for security policies/,
  ],
  [
    'endpoints of another kind of API',
    extended('endpoint-configuration', { vpcEndpointIds: ['vpce-1'] }),
    /^VPC endpoint ids are only supported for Private APIs\.$/,
  ],
];

const framed = ERRORS.map(
  ([what, document, error]) => [what, document, `Errors found during import:\n\t${error}`] as const,
);
const FILES = [...UNREADABLE, ...MALFORMED, ...framed, ...SETTINGS] as const;

let service: TestService;
beforeEach(async () => {
  service = await startService();
});

it('there are more than sixty kinds', () => {
  expect(new Set(FILES.map(([what]) => what)).size).toBeGreaterThan(60);
});

describe.each(FILES)('a file with %s', (_, document, message) => {
  const refused = {
    code: expect.stringMatching(/^(BadRequest|Validation)Exception$/),
    statusCode: 400,
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  };

  it('makes no API', async () => {
    const before = await service.store.lastSequence();
    await expect(importApi(service, document)).rejects.toMatchObject(refused);
    expect(await service.store.lastSequence()).toBe(before);
  });

  it('leaves the API that it should change as it was', async () => {
    const { restApiId } = await importApi(service, EVERYTHING);
    const [before, sequence] = [await contentsOf(service, restApiId), await service.store.lastSequence()];
    for (const mode of ['merge', 'overwrite']) {
      const put = service.api.putRestApi({ restApiId, mode, body: bodyOf(document) }, service.call());
      await expect(put, mode).rejects.toMatchObject(refused);
    }
    expect(await service.store.lastSequence()).toBe(sequence);
    expect(await contentsOf(service, restApiId)).toEqual(before);
  });
});

describe('documentation from such a file', () => {
  it.each(UNREADABLE)('with %s is not imported', async (_, document, message) => {
    const { restApiId } = await importApi(service, EVERYTHING);
    const sequence = await service.store.lastSequence();
    const body = bodyOf(document);
    for (const mode of ['merge', 'overwrite']) {
      await expect(
        service.api.importDocumentationParts({ restApiId, mode, body }, service.call()),
      ).rejects.toMatchObject(refusal('BadRequestException', message));
    }
    expect(await service.store.lastSequence()).toBe(sequence);
  });

  it('is imported when only other parts of it are wrong', async () => {
    const { restApiId } = await importApi(service, EVERYTHING);
    const body = bodyOf({ ...integrated('mock'), ...documented({ location: { type: 'API' }, properties: { a: 1 } }) });
    const { ids } = await service.api.importDocumentationParts({ restApiId, body }, service.call());
    expect(ids).toHaveLength(1);
  });
});
