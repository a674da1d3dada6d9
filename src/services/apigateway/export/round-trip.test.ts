import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deploy } from '../testing/apis.ts';
import { FUNCTION_URI } from '../testing/everything.ts';
import { contentsOf, importApi, openapi } from '../testing/imports.ts';
import { startService } from '../testing/service.ts';

const word = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,5}$/);
const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const MODELS = ['Tree', 'List', 'Text'];
const body = fc.constantFrom(...MODELS).map((name) => ({ schema: { $ref: `#/components/schemas/${name}` } }));

const integration = fc.record(
  {
    type: fc.constantFrom('mock', 'http', 'http_proxy', 'aws_proxy'),
    httpMethod: fc.constantFrom('GET', 'POST', 'ANY'),
    uri: fc.constant('https://example.com/{x}'),
    passthroughBehavior: fc.constantFrom('when_no_match', 'when_no_templates', 'never'),
    contentHandling: fc.constantFrom('CONVERT_TO_TEXT', 'CONVERT_TO_BINARY'),
    timeoutInMillis: fc.integer({ min: 50, max: 29_000 }),
    cacheNamespace: word,
    requestTemplates: fc.dictionary(fc.constantFrom('application/json', '$default', 'text/x'), anyText, { maxKeys: 2 }),
    responses: fc
      .uniqueArray(fc.tuple(fc.integer({ min: 200, max: 599 }).map(String), fc.constantFrom('default', '4..', '.*x')), {
        selector: ([status]) => status,
        maxLength: 3,
      })
      .map((entries) => Object.fromEntries(entries.map(([statusCode, pattern]) => [pattern, { statusCode }]))),
  },
  { requiredKeys: ['type', 'httpMethod', 'uri'] },
);

const operation = fc
  .record(
    {
      operationId: anyText,
      parameters: fc.uniqueArray(
        fc.record({ name: word, in: fc.constantFrom('query', 'header'), required: fc.boolean() }),
        { selector: ({ name }) => name, maxLength: 3 },
      ),
      requestBody: fc.record({ content: fc.dictionary(fc.constant('application/json'), body, { minKeys: 1 }) }),
      responses: fc.dictionary(
        fc.integer({ min: 200, max: 599 }).map(String),
        fc.record(
          {
            description: anyText,
            headers: fc.dictionary(word, fc.constant({ schema: { type: 'string' } }), { maxKeys: 2 }),
            content: fc.dictionary(fc.constant('application/json'), body),
          },
          { requiredKeys: ['description'] },
        ),
        { maxKeys: 3 },
      ),
      security: fc.subarray([{ key: [] }, { token: [] }, { iam: [] }], { maxLength: 2 }),
      'x-amazon-apigateway-request-validator': fc.constantFrom('full', 'none'),
      'x-amazon-apigateway-integration': integration,
    },
    { requiredKeys: ['x-amazon-apigateway-integration'] },
  )
  .map((made) => {
    const { uri, ...rest } = made['x-amazon-apigateway-integration'];
    const known = rest.type === 'mock' ? {} : { uri: rest.type === 'aws_proxy' ? FUNCTION_URI : uri };
    return { ...made, 'x-amazon-apigateway-integration': { ...rest, ...known } };
  });

/** A parent has one variable at most (features A1.5). */
const pathNames = fc.uniqueArray(
  fc
    .tuple(word, some(fc.constantFrom('{id}', '{proxy+}', 'more')))
    .map((parts) => `/${parts.filter(Boolean).join('/')}`),
  { selector: (path) => path.replace(/\{.*/, '{'), minLength: 1, maxLength: 5 },
);
const operations = fc.dictionary(
  fc.constantFrom('get', 'post', 'options', 'x-amazon-apigateway-any-method'),
  operation,
  { minKeys: 1 },
);
const paths = pathNames.chain((names) =>
  fc
    .tuple(...names.map((name) => fc.tuple(fc.constant(name), operations)))
    .map((entries) => Object.fromEntries(entries)),
);

const extras = fc.record(
  {
    'x-amazon-apigateway-binary-media-types': fc.uniqueArray(fc.constantFrom('image/png', '*/*', 'x/y'), {
      minLength: 1,
    }),
    'x-amazon-apigateway-minimum-compression-size': fc.nat({ max: 10_485_760 }),
    'x-amazon-apigateway-api-key-source': fc.constantFrom('HEADER', 'AUTHORIZER'),
    'x-amazon-apigateway-gateway-responses': fc.dictionary(
      fc.constantFrom('DEFAULT_4XX', 'UNAUTHORIZED', 'THROTTLED'),
      fc.record({ statusCode: fc.constantFrom('401', '429') }, { requiredKeys: [] }),
    ),
  },
  { requiredKeys: [] },
);

const FIXED = {
  components: {
    schemas: {
      Tree: { type: 'object', properties: { of: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } } },
      List: { type: 'array', items: { $ref: '#/components/schemas/Text' } },
      Text: { type: 'string', description: 'A text.' },
    },
    securitySchemes: {
      key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
      iam: { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' },
      token: {
        type: 'apiKey',
        name: 'Auth',
        in: 'header',
        'x-amazon-apigateway-authtype': 'custom',
        'x-amazon-apigateway-authorizer': { type: 'token', authorizerUri: FUNCTION_URI },
      },
    },
  },
  'x-amazon-apigateway-request-validators': {
    full: { validateRequestBody: true, validateRequestParameters: true },
    none: { validateRequestBody: false, validateRequestParameters: false },
  },
};

it('any API that is exported and imported again is the same API', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      paths,
      extras,
      fc.constantFrom('oas30', 'swagger'),
      fc.boolean(),
      async (items, more, exportType, isYaml) => {
        const service = await startService();
        const { restApiId } = await importApi(service, openapi(items, { ...FIXED, ...more }));
        await deploy(service, restApiId, 'v1');
        const accepts = isYaml ? 'application/yaml' : 'application/json';
        const input = { restApiId, stageName: 'v1', exportType, accepts, parameters: { extensions: 'apigateway' } };
        const { body: file = new Uint8Array() } = await service.api.getExport(input, service.call());
        const { restApiId: again } = await importApi(service, Buffer.from(file).toString('utf8'), {
          failOnWarnings: true,
        });
        expect(await contentsOf(service, again)).toEqual(await contentsOf(service, restApiId));
        await service.store.close();
      },
    ),
    { numRuns: 100 },
  );
});
