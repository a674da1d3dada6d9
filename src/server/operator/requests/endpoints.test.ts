import { describe, expect, it } from 'vitest';
import type { ExplainedRequest, ExplainOrder, RequestQuery } from '../../../model/index.ts';
import { ask, OPERATOR, type Question } from '../testing/ask.ts';
import { createVisibleRequests, type RequestExplorer, requestsEndpoints } from './index.ts';

const BODY = { apiId: 'abc123', stage: 'dev', httpMethod: 'GET', pathWithQueryString: '/a' };
const OTHER = '222222222222';
const ANNA = `arn:aws:iam::${OPERATOR}:user/anna`;
const OWNERS: Readonly<Record<string, string>> = { abc123: OPERATOR, def456: OTHER };

/** @param remembered requests of these APIs, the youngest first */
function start(remembered: readonly string[] = []) {
  const queries: RequestQuery[] = [];
  const orders: ExplainOrder[] = [];
  const requests = remembered.map((apiId, at) => ({ requestId: `r${at}`, apiId, stage: 'dev' }) as ExplainedRequest);
  const explorer: RequestExplorer = {
    async list(query) {
      queries.push(query);
      return requests.slice(0, query.limit);
    },
    find: async (requestId) => requests.find((one) => one.requestId === requestId),
    async explain(order) {
      orders.push(order);
      return undefined;
    },
  };
  const visible = createVisibleRequests({
    explorer,
    ownerOf(apiId) {
      const accountId = OWNERS[apiId];
      return accountId === undefined ? undefined : { accountId, region: 'us-east-1' };
    },
    operatorAccountId: OPERATOR,
  });
  const endpoints = requestsEndpoints(explorer, visible);
  return { queries, orders, ask: (question: Question) => ask(endpoints, question) };
}

const explain = (body: unknown) => ({ method: 'POST', target: '/_sallyport/explain', body });

describe('GET /_sallyport/requests', () => {
  it('asks for what the query names', async () => {
    const { ask, queries } = start();
    expect((await ask({ target: '/_sallyport/requests' })).answer).toEqual({ requests: [] });
    await ask({ target: '/_sallyport/requests?api=abc123&stage=dev&key=k1&limit=7' });
    expect(queries).toEqual([{ limit: 50 }, { apiId: 'abc123', stage: 'dev', apiKeyId: 'k1', limit: 7 }]);
  });

  it.each(['0', '1001', 'many', '-1', '1e3'])('refuses %s as a limit', async (limit) => {
    await expect(start().ask({ target: `/_sallyport/requests?limit=${limit}` })).rejects.toThrow('limit must be');
  });

  it('of an id that no process remembers is 404', async () => {
    const { ask } = start();
    const missing = 'No process remembers a request x=.';
    await expect(ask({ target: '/_sallyport/requests/x%3D' })).rejects.toThrow(missing);
    await expect(ask({ target: '/_sallyport/requests/x' })).rejects.toMatchObject({ statusCode: 404 });
    await expect(ask({ target: '/_sallyport/requests/%zz' })).rejects.toMatchObject({ statusCode: 400 });
  });
});

describe('who sees what', () => {
  const idsIn = (answer: unknown) =>
    (answer as { readonly requests: readonly ExplainedRequest[] }).requests.map(({ requestId }) => requestId);
  const remembered = ['def456', 'abc123', 'gone99', 'def456', 'abc123'];

  it('the operator’s root user sees all, everybody else what went to APIs of his account', async () => {
    const { ask } = start(remembered);
    const list = async (arn: string | undefined, limit = 50) =>
      idsIn((await ask({ target: `/_sallyport/requests?limit=${limit}`, ...(arn && { arn }) })).answer);
    expect(await list(undefined)).toEqual(['r0', 'r1', 'r2', 'r3', 'r4']);
    expect(await list(ANNA)).toEqual(['r1', 'r4']);
    expect(await list(ANNA, 1)).toEqual(['r1']);
    expect(await list(`arn:aws:iam::${OTHER}:root`)).toEqual(['r0', 'r3']);
  });

  it('a request of another account’s is none', async () => {
    const { ask } = start(remembered);
    expect((await ask({ target: '/_sallyport/requests/r1', arn: ANNA })).answer).toMatchObject({ apiId: 'abc123' });
    await expect(ask({ target: '/_sallyport/requests/r0', arn: ANNA })).rejects.toMatchObject({ statusCode: 404 });
    const order = explain({ ...BODY, apiId: 'def456' });
    await expect(ask({ ...order, arn: ANNA })).rejects.toThrow('API def456 has no stage dev.');
  });

  it('is asked for by action, API and stage', async () => {
    const { ask } = start(remembered);
    const demanded = async (question: Question) => (await ask({ ...question, arn: ANNA })).demands;
    const arn = `arn:aws:execute-api:us-east-1:${OPERATOR}:abc123/dev`;
    expect(await demanded({ target: '/_sallyport/requests' })).toEqual([
      { action: 'sallyport:ListRequests', resource: `arn:aws:execute-api:eu-central-1:${OPERATOR}:*/*` },
    ]);
    expect(await demanded({ target: '/_sallyport/requests?api=abc123&stage=dev' })).toEqual([
      { action: 'sallyport:ListRequests', resource: arn },
    ]);
    expect(await demanded({ target: '/_sallyport/requests/r1' })).toEqual([
      { action: 'sallyport:GetRequest', resource: arn },
    ]);
    const [ofOther, ofNobody] = await Promise.all(
      ['def456', 'none99'].map((api) => demanded({ target: `/_sallyport/requests?api=${api}` })),
    );
    expect(JSON.stringify(ofOther).replace('def456', 'none99')).toBe(JSON.stringify(ofNobody));
  });
});

describe('POST /_sallyport/explain', () => {
  it('reads the request to send; it comes from who asks where no address is given', async () => {
    const { ask, orders } = start();
    const more = { headers: [['A', 'b']], body: 'aGk=', sourceIp: '2001:db8::1', withBodies: true };
    for (const body of [BODY, { ...BODY, ...more }])
      await expect(ask(explain(body))).rejects.toThrow('API abc123 has no stage dev.');
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
    const { ask, orders } = start();
    await expect(ask(explain(body))).rejects.toMatchObject({ statusCode: 400 });
    expect(orders).toEqual([]);
  });
});
