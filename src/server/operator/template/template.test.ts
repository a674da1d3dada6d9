import { describe, expect, it } from 'vitest';
import { ask } from '../testing/ask.ts';
import { templateEndpoint } from './index.ts';

async function render(body: unknown): Promise<unknown> {
  return (await ask([templateEndpoint], { method: 'POST', target: '/_sallyport/template', body })).answer;
}

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

  it.each([
    ['no template', {}],
    ['a body that is no text', { template: 'a', body: {} }],
    ['parameters that are none', { template: 'a', params: { path: { id: 7 } } }],
    ['a context that is none', { template: 'a', context: [] }],
    ['a long template', { template: 'a'.repeat(307_201) }],
  ])('refuses %s', async (_, body) => {
    await expect(render(body)).rejects.toMatchObject({ statusCode: 400 });
  });
});
