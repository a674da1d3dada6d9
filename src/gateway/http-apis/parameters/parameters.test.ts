import { describe, expect, it } from 'vitest';
import type { HttpIntegration } from '../../../model/index.ts';
import { closing } from '../../testing/cleanup.ts';
import { eventOf, returning } from '../../testing/functions.ts';
import { startBackend } from '../../testing/harness.ts';
import { startHttpGateway } from '../../testing/http-gateway.ts';

// Guide page http-api-parameter-mapping; fact D133.
const keep = closing();
/** A variable within a text. */
const v = (name: string) => `\${${name}}`;

async function start(
  change: Partial<HttpIntegration>,
  reply: Parameters<typeof startBackend>[0] = () => ({ body: '{"code":"e1"}' }),
) {
  const backend = await keep(startBackend(reply));
  const proxy = { IntegrationType: 'HTTP_PROXY', IntegrationUri: `${backend.url}/base`, ...change } as const;
  const gateway = await keep(
    startHttpGateway({ routes: { 'ANY /pets/{id}': proxy }, stage: { StageVariables: { colour: 'red' } } }),
  );
  return { ...gateway, seen: backend.seen };
}

describe('request parameters', () => {
  it('append, overwrite and remove header fields and query parameters', async () => {
    const { get, seen } = await start({
      RequestParameters: {
        'append:header.x-id': '$context.requestId',
        'append:header.x-many': 'static',
        'overwrite:header.x-pet': `${v('request.path.id')}/${v('request.querystring.q')}/${v('stageVariables.colour')}`,
        'remove:header.x-old': "''",
        'overwrite:header.x-new': '$request.header.X-Old',
        'append:querystring.added': '$context.routeKey',
        'overwrite:querystring.q': 'over written',
        'remove:querystring.gone': "''",
      },
    });
    await get('/pets/7?q=1&q=2&gone=1', { headers: ['X-Many', '1', 'X-Pet', 'x', 'X-Old', 'old', 'x-old', 'er'] });
    const [{ headers, url } = { headers: {}, url: '' }] = seen;
    expect(headers).toMatchObject({
      'x-id': expect.stringMatching(/=$/),
      'x-many': '1, static',
      'x-pet': '7/1,2/red',
      'x-new': 'old,er',
    });
    expect(headers).not.toHaveProperty('x-old');
    expect(new URL(url, 'http://x').searchParams.toString()).toBe('added=ANY+%2Fpets%2F%7Bid%7D&q=over+written');
  });

  it('read the body by JSONPath, of which the first 100 KB count, and whole', async () => {
    const { get, seen } = await start({
      RequestParameters: {
        'append:header.x-name': '$request.body.pet.name',
        'append:header.x-none': '$request.body.none',
      },
    });
    const post = (body: string) => get('/pets/7', { method: 'POST', body });
    await post('{"pet":{"name":"Bella"}}');
    expect(seen.at(-1)).toMatchObject({ headers: { 'x-name': 'Bella' }, body: '{"pet":{"name":"Bella"}}' });
    expect(seen.at(-1)?.headers).not.toHaveProperty('x-none');
    for (const body of ['no json', JSON.stringify({ pet: { name: 'x' }, rest: 'x'.repeat(102_400) })]) {
      await post(body);
      expect(seen.at(-1)?.headers).not.toHaveProperty('x-name');
      expect(seen.at(-1)?.body).toBe(body);
    }
  });

  it('overwrite the path, but for what no path can be', async () => {
    const { get, seen } = await start({ RequestParameters: { 'overwrite:path': '$request.querystring.to' } });
    await get('/pets/7?to=/other/x');
    expect(seen.at(-1)?.url).toBe('/other/x?to=/other/x');
    for (const to of ['/a%0d%0aX:1', '/../secret', '/a?b', 'a b']) {
      await get(`/pets/7?to=${encodeURIComponent(decodeURIComponent(to))}`);
      expect(seen.at(-1)?.url.startsWith('/base?to=')).toBe(true);
    }
  });

  it('change what a function sees, too', async () => {
    const run = returning({ statusCode: 200 });
    const RequestParameters = {
      'overwrite:header.x-a': 'mapped',
      'overwrite:querystring.q': '2',
      'overwrite:path': '/p',
    };
    const { get } = await keep(startHttpGateway({ routes: { $default: { RequestParameters } } }, run));
    await get('/x?q=1');
    expect(eventOf(run.calls[0])).toMatchObject({ headers: { 'x-a': 'mapped' }, rawQueryString: 'q=2', rawPath: '/p' });
  });
});

describe('response parameters', () => {
  it('change header fields and the status, by the backend’s own status', async () => {
    const ResponseParameters = {
      '500': {
        'append:header.header1': '$context.stage',
        'append:header.code': '$response.body.code',
        'overwrite:header.x-b': `${v('response.header.x-a')}!`,
        'remove:header.x-a': "''",
        'overwrite:statuscode': '403',
      },
    };
    let status = 500;
    const { get } = await start({ ResponseParameters }, () => ({
      status,
      headers: ['X-A', '1'],
      body: '{"code":"e1"}',
    }));
    const changed = await get('/pets/1');
    expect(changed).toMatchObject({ status: 403, headers: { header1: '$default', code: 'e1', 'x-b': '1!' } });
    expect(changed.headers).not.toHaveProperty('x-a');
    status = 404;
    expect(await get('/pets/1')).toMatchObject({ status: 404, headers: { 'x-a': '1' } });
  });
});

it('what is no variable fails the route alone', async () => {
  const { get, warnings } = await start({ RequestParameters: { 'append:header.x': '$nothing.x' } });
  expect(await get('/pets/1')).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' });
  expect(warnings[0]).toMatch(/\$nothing\.x/);
});
