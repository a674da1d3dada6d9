import { describe, expect, it } from 'vitest';
import type { ExplainOrder, RequestQuery } from '../../model/index.ts';
import { createRequestsApi, isRequestsPath } from './requests-api.ts';

const BODY = { apiId: 'abc123', stage: 'dev', httpMethod: 'GET', pathWithQueryString: '/a' };

function start() {
  const queries: RequestQuery[] = [];
  const orders: ExplainOrder[] = [];
  const answer = createRequestsApi({
    async list(query) {
      queries.push(query);
      return [];
    },
    find: async () => undefined,
    async explain(order) {
      orders.push(order);
      return undefined;
    },
  });
  const call = (method: string, target: string, body: unknown = undefined) => {
    const [path = '', search = ''] = target.split('?');
    const query = new Map([...new URLSearchParams(search)].map(([name, value]) => [name, [value]]));
    const bytes = Buffer.from(typeof body === 'string' ? body : (JSON.stringify(body) ?? ''));
    return answer({ method, path, query, body: bytes, sourceIp: '192.0.2.1' });
  };
  return { call, queries, orders };
}

describe('GET /_sallyport/requests', () => {
  it('asks for what the query names', async () => {
    const { call, queries } = start();
    await call('GET', '/_sallyport/requests');
    await call('GET', '/_sallyport/requests?api=abc123&stage=dev&limit=7');
    expect(queries).toEqual([{ limit: 50 }, { apiId: 'abc123', stage: 'dev', limit: 7 }]);
  });

  it.each(['0', '1001', 'many', '-1', '1e3'])('refuses %s as a limit', async (limit) => {
    await expect(start().call('GET', `/_sallyport/requests?limit=${limit}`)).rejects.toThrow('limit must be');
  });

  it('of an id that no process remembers is 404', async () => {
    const { call } = start();
    await expect(call('GET', '/_sallyport/requests/x%3D')).rejects.toThrow('No process remembers a request x=.');
    await expect(call('GET', '/_sallyport/requests/x')).rejects.toMatchObject({ statusCode: 404 });
    await expect(call('GET', '/_sallyport/requests/%zz')).rejects.toMatchObject({ statusCode: 400 });
  });
});

describe('POST /_sallyport/explain', () => {
  it('reads the request to send; it comes from who asks where no address is given', async () => {
    const { call, orders } = start();
    const more = { headers: [['A', 'b']], body: 'aGk=', sourceIp: '2001:db8::1', withBodies: true };
    for (const body of [BODY, { ...BODY, ...more }])
      await expect(call('POST', '/_sallyport/explain', body)).rejects.toThrow('API abc123 has no stage dev.');
    expect(orders).toEqual([
      { ...BODY, headers: [], body: Buffer.alloc(0), sourceIp: '192.0.2.1', withBodies: false },
      { ...BODY, headers: ['A', 'b'], body: Buffer.from('hi'), sourceIp: '2001:db8::1', withBodies: true },
    ]);
  });

  it.each([
    ['no JSON', '{'],
    ['no object', []],
    ['no API', { ...BODY, apiId: undefined }],
    ['a path that is none', { ...BODY, pathWithQueryString: 'a b' }],
    ['a verb that is none', { ...BODY, httpMethod: 'GET /' }],
    ['a header with a line break', { ...BODY, headers: [['A', 'b\r\nC: d']] }],
    ['headers that are no pairs', { ...BODY, headers: { A: 'b' } }],
    ['a body that is no base64', { ...BODY, body: '{}' }],
    ['an address that is none', { ...BODY, sourceIp: 'here' }],
  ])('refuses %s', async (_, body) => {
    const { call, orders } = start();
    await expect(call('POST', '/_sallyport/explain', body)).rejects.toMatchObject({ statusCode: 400 });
    expect(orders).toEqual([]);
  });
});

it('anything else is not one of these endpoints', async () => {
  expect(['/_sallyport/requests', '/_sallyport/requests/x', '/_sallyport/explain'].every(isRequestsPath)).toBe(true);
  expect(['/_sallyport/reset', '/_sallyport/requestsx', '/restapis'].some(isRequestsPath)).toBe(false);
  expect(await start().call('DELETE', '/_sallyport/requests')).toBeUndefined();
  expect(await start().call('GET', '/_sallyport/explain')).toBeUndefined();
});
