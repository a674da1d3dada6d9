import { describe, expect, it } from 'vitest';
import { closing } from '../testing/cleanup.ts';
import { cpuTimeOf } from '../testing/cpu-time.ts';
import { returning } from '../testing/functions.ts';
import { startBackend, startGateway } from '../testing/harness.ts';
import { integration } from '../testing/snapshots.ts';

// Issue 5, "Hostile input": AWS's error or a documented limit, in bounded time (docs/compatibility.md, "Models and validation").
const keep = closing();
const MB = 1_048_576;
/** What any of these may take of the CPU. */
const BOUND_MS = 8_000;

async function poster(schema: object) {
  const backend = await keep(startBackend());
  const gateway = await keep(
    startGateway({
      methods: {
        '/x': {
          POST: {
            requestValidatorId: 'v',
            requestModels: { 'application/json': 'M' },
            methodIntegration: integration({ type: 'HTTP_PROXY', httpMethod: 'POST', uri: `${backend.url}/` }),
          },
        },
      },
      deployment: {
        models: [{ id: 'm', name: 'M', contentType: 'application/json', schema: JSON.stringify(schema) }],
        requestValidators: [{ id: 'v', name: 'v', validateRequestBody: true, validateRequestParameters: false }],
      },
    }),
  );
  return async (body: string | Buffer) => {
    const { result, cpuMs } = await cpuTimeOf(() => gateway.call('/x', { method: 'POST', body }));
    expect(cpuMs).toBeLessThan(BOUND_MS);
    return result.status;
  };
}

const list = (items: number, item: (index: number) => string) =>
  `[${Array.from({ length: items }, (_, i) => item(i)).join(',')}]`;
const RECURSIVE = { type: 'object', properties: { a: { $ref: '#' } } };
const nested = (depth: number) => `${'{"a":'.repeat(depth)}{}${'}'.repeat(depth)}`;

describe('a body of a model', () => {
  it.each([
    ['whose pattern backtracks', { type: 'string', pattern: '^(a+)+$' }, `"${'a'.repeat(50_000)}!"`, 400],
    [
      'whose names match patterns that backtrack',
      { type: 'object', patternProperties: { '^(a|aa)+$': {} }, additionalProperties: false },
      `{"${'a'.repeat(50_000)}!": 1}`,
      400,
    ],
    ['whose items must all differ', { type: 'array', uniqueItems: true }, list(300_000, String), 200],
    ['with alternatives inside of alternatives', alternatives(12), nested(40), 400],
    ['that is nested deeper than anything', RECURSIVE, nested(100_000), 400],
    ['that begins and never ends', RECURSIVE, '['.repeat(200_000), 400],
    [
      'with members without end',
      { type: 'object', additionalProperties: false },
      `{${list(200_000, (i) => `"${i}":0`).slice(1, -1)}}`,
      400,
    ],
    ['that is no UTF-8', { type: 'object' }, Buffer.from([0x7b, 0x22, 0xff, 0xc3, 0x28, 0x22]), 400],
    ['that names what objects inherit', { type: 'object', required: ['toString', '__proto__'] }, '{}', 400],
    ['of 10 MB', { type: 'array', items: { type: 'integer' } }, `[${'0,'.repeat(4 * MB)}0]`, 200],
  ] as const)('%s is answered in time', async (_, schema, body, status) => {
    const post = await poster(schema);
    expect(await post(body)).toBe(status);
  });
});

/** A schema of which each alternative has two alternatives. */
function alternatives(depth: number): object {
  const leaf: object = { type: 'object', required: ['b'] };
  return Array.from({ length: depth }).reduce<object>(
    (inner) => ({ oneOf: [{ properties: { a: inner } }, { properties: { a: inner }, required: ['a'] }] }),
    leaf,
  );
}

describe('a selection pattern that backtracks', () => {
  it('never holds up the answer of a function that failed (fact D50)', async () => {
    const uri =
      'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations';
    const responses = { '200': { statusCode: '200' }, '400': { statusCode: '400', selectionPattern: '(a+)+\\1b' } };
    const gateway = await keep(
      startGateway(
        {
          methods: {
            '/x': {
              GET: {
                methodIntegration: integration({
                  type: 'AWS',
                  httpMethod: 'POST',
                  uri,
                  integrationResponses: responses,
                }),
                methodResponses: { '200': { statusCode: '200' }, '400': { statusCode: '400' } },
              },
            },
          },
        },
        returning({ errorMessage: 'a'.repeat(100_000), errorType: 'E' }),
      ),
    );
    const { result, cpuMs } = await cpuTimeOf(() => gateway.call('/x'));
    expect(result.status).toBe(200);
    expect(cpuMs).toBeLessThan(BOUND_MS);
  });
});
