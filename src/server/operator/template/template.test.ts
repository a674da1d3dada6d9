import { describe, expect, it } from 'vitest';
import type { ExplainedRequest } from '../../../model/index.ts';
import { ask } from '../testing/ask.ts';
import { templateEndpoint } from './index.ts';

// As `sallyport explain --json --show-bodies` tells one.
const REMEMBERED: ExplainedRequest = {
  requestId: 'r1',
  extendedRequestId: 'x=',
  apiId: 'abc123',
  stage: 'dev',
  requestTimeEpoch: 1,
  sourceIp: '192.0.2.7',
  httpMethod: 'POST',
  path: '/dev/7',
  resourcePath: '/{id}',
  status: 200,
  latencyMs: 1,
  steps: [
    step('request', { query: ['q=a', 'q=b=c'], headers: ['User-Agent: curl', 'Authorization: ******'] }),
    step('routing', { parameters: ['id=7'] }),
    step('request template', { input: { bytes: 8, text: '{"a": 5}' } }),
    step('response template', { input: { bytes: 2_000, text: 'first' } }),
  ],
};

function step(phase: string, facts: ExplainedRequest['steps'][number]['facts']) {
  return { atMs: 0, phase, verdict: '', facts };
}

const endpoint = templateEndpoint({
  demand: (action, _asking, apiId) => [{ action, resource: apiId ?? '*' }],
  find: async (_asking, requestId) => (requestId === 'r1' ? REMEMBERED : undefined),
});
const asked = (body: unknown) => ask([endpoint], { method: 'POST', target: '/_sallyport/template', body });
const render = async (body: unknown) => (await asked(body)).answer;

// Guide, "API Gateway mapping template and access logging variable reference".
describe('POST /_sallyport/template', () => {
  it('renders with payload, parameters, context and stage variables', async () => {
    const template = [
      '#set($pet = $input.path("$.pets[0]"))',
      '{"name": "$pet.name", "id": "$input.params("id")", "q": "$input.params().querystring.q",',
      '"from": "$context.identity.sourceIp", "table": "$stageVariables.table"}',
    ].join('\n');
    const given = {
      body: '{"pets": [{"name": "Rex"}]}',
      params: { path: { id: '7' }, querystring: { q: 'x' }, header: { 'X-A': 'b' } },
      context: { identity: { sourceIp: '192.0.2.1' } },
      stageVariables: { table: 'pets' },
    };
    expect(await render({ template, ...given })).toEqual({
      output: '{"name": "Rex", "id": "7", "q": "x",\n"from": "192.0.2.1", "table": "pets"}',
      requestOverride: { header: {}, path: {}, querystring: {} },
      responseOverride: { header: {} },
    });
  });

  it('tells what it overrides', async () => {
    const template = '#set($context.requestOverride.header.a = "b")#set($context.responseOverride.status = 418)';
    expect(await render({ template })).toMatchObject({
      output: '',
      requestOverride: { header: { a: 'b' } },
      responseOverride: { status: '418' },
    });
  });

  it('passes the payload on where it is empty (D22)', async () => {
    expect(await render({ template: '', body: 'as it is' })).toMatchObject({ output: 'as it is' });
  });

  it.each([
    ['is no template', 'a\n  #if($x', { line: 2, column: expect.any(Number) }],
    ['fails', 'a\nb $input.path("$.a[")', { line: 2, column: expect.any(Number) }],
  ])('says where it %s', async (_, template, place) => {
    expect(await render({ template, body: '{}' })).toEqual({
      error: { ...place, message: expect.stringContaining('line 2') },
    });
  });

  it('ends what would not end', async () => {
    const template = '#foreach($a in [1..1000])#foreach($b in [1..1000])xxxxxxxxxxxxxxxx#end#end';
    expect(await render({ template })).toHaveProperty('error.message');
  });

  it('counts what searching the payload takes', async () => {
    const search = '#set($x = $input.path("$..none"))';
    const template = `#foreach($a in [1..1000])#foreach($b in [1..1000])${search}#end#end`;
    const body = JSON.stringify(Array.from({ length: 20_000 }, (_, id) => ({ id })));
    expect(await render({ template, body })).toHaveProperty('error.message', expect.stringContaining('steps'));
  });

  it.each([
    ['itself', '$context.requestOverride'],
    ['more than anything can hold', '$m'],
  ])('ends what overrides a header by %s', async (_, value) => {
    const doubled = `#set($m = {})${'#set($m = {"a": $m, "b": $m})'.repeat(90)}`;
    const template = `${doubled}#set($context.requestOverride.header.a = ${value})`;
    expect(await render({ template })).toHaveProperty('error.message', expect.stringMatching(/to be printed$/));
  });

  it.each([
    ['no template', {}],
    ['a body that is no text', { template: 'a', body: {} }],
    ['parameters that are none', { template: 'a', params: { path: { id: 7 } } }],
    ['a context that is none', { template: 'a', context: [] }],
    ['a deep context', `{"template": "a", "context": {"a": ${'['.repeat(99_999)}${']'.repeat(99_999)}}}`],
    ['a long template', { template: 'a'.repeat(307_201) }],
  ])('refuses %s', async (_, body) => {
    await expect(render(body)).rejects.toMatchObject({ statusCode: 400 });
  });

  it('takes what a request that is remembered was, and what is given in its place', async () => {
    const template =
      '$input.path("$.a") $input.params("id") $input.params("q") $context.identity.sourceIp $context.identity.userAgent $stageVariables.v';
    const { demands, answer } = await asked({ template, requestId: 'r1', stageVariables: { v: 'w' } });
    expect(demands).toEqual([
      { action: 'sallyport:RenderTemplate', resource: '*' },
      { action: 'GetRequest', resource: 'abc123' },
    ]);
    expect(answer).toMatchObject({
      output: '5 7 b=c 192.0.2.7 curl w',
      input: { body: '{"a": 5}', isBodyCut: false, params: { querystring: { q: 'b=c' } } },
    });
    expect(await render({ template: '$input.body', requestId: 'r1', body: 'mine' })).toMatchObject({ output: 'mine' });
    expect(await render({ template: '$input.body', requestId: 'r1', phase: 'response' })).toMatchObject({
      output: 'first',
      input: { isBodyCut: true },
    });
  });

  it.each([
    [{ template: 'a', requestId: 'r2' }, 404],
    [{ template: 'a', requestId: {} }, 400],
    [{ template: 'a', requestId: 'r1', phase: 'both' }, 400],
  ])('refuses %j', async (body, statusCode) => {
    await expect(render(body)).rejects.toMatchObject({ statusCode });
  });
});
