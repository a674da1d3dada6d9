import type { APIGateway } from '@aws-sdk/client-api-gateway';
import type { ApiGatewayV2 } from '@aws-sdk/client-apigatewayv2';
import { afterEach, expect, test } from 'vitest';
import { serveService } from '../../src/control/index.ts';
import { type ControlPlaneServer, serveControlPlane } from '../../src/control/testing/control-plane-server.ts';
import { signedRequest } from '../../src/control/testing/signed-fetch.ts';
import { CALL_RATES } from '../../src/services/apigateway/index.ts';
import { startService } from '../../src/services/apigateway/testing/service.ts';
import { CALL_RATES_V2 } from '../../src/services/apigatewayv2/index.ts';

// Features A1.13 with the numbers of the guide's page on quotas, "for creating, deploying and managing an API".
let server: ControlPlaneServer;
let nowMs: number;
afterEach(() => server.close());

/** The REST API service and its clock; of version 2 what tells whether it is counted. */
async function start() {
  const { api } = await startService('aws');
  nowMs = Date.now();
  const v2 = { getApis: async () => ({ Items: [] }) };
  server = await serveControlPlane(
    [
      serveService<APIGateway>('apigateway', api, undefined, undefined, CALL_RATES),
      serveService<ApiGatewayV2>('apigatewayv2', v2, undefined, undefined, CALL_RATES_V2),
    ],
    { now: () => nowMs },
  );
}

async function call(method: string, target: string, body?: unknown, region = 'us-east-1') {
  const [path = '', search = ''] = target.split('?');
  const query = Object.fromEntries(new URLSearchParams(search));
  const signing = { service: 'apigateway', region, date: new Date(nowMs) };
  const request = { method, path, query, ...(body !== undefined && { body: JSON.stringify(body) }) };
  const response = await fetch(await signedRequest(server.endpoint, request, signing));
  const { status, headers } = response;
  const text = await response.text();
  return { status, type: headers.get('x-amzn-errortype'), retryAfter: headers.get('retry-after'), text };
}

/** An answer that names its wait; the shape is the service model's, whose `retryAfterSeconds` is a header. */
const refused = (retryAfter: string | null) => ({
  status: 429,
  type: 'TooManyRequestsException',
  retryAfter,
  text: '{"message":"Too Many Requests"}',
});

const regional = { name: 'a', endpointConfiguration: { types: ['REGIONAL'] } };

test('an operation has its own rate, and says when to come back', async () => {
  await start();
  for (let index = 0; index < 5; index++) {
    expect(await call('POST', '/apikeys', { name: 'k' })).toMatchObject({ status: 201 });
  }
  expect(await call('POST', '/apikeys', { name: 'k' })).toEqual(refused('1'));
  expect(await call('GET', '/apikeys')).toMatchObject({ status: 200 });
  nowMs += 200;
  expect(await call('POST', '/apikeys', { name: 'k' })).toMatchObject({ status: 201 });
});

test('a second DeleteRestApi waits 30 seconds, and a refused one deletes nothing', async () => {
  await start();
  const first = JSON.parse((await call('POST', '/restapis', regional)).text).id;
  expect(await call('POST', '/restapis', regional)).toEqual(refused('3'));
  nowMs += 3_000;
  const second = JSON.parse((await call('POST', '/restapis', regional)).text).id;
  expect(await call('DELETE', `/restapis/${first}`)).toMatchObject({ status: 202 });
  expect(await call('DELETE', `/restapis/${second}`)).toEqual(refused('30'));
  expect(await call('GET', `/restapis/${second}`)).toMatchObject({ status: 200 });
  nowMs += 30_000;
  expect(await call('DELETE', `/restapis/${second}`)).toMatchObject({ status: 202 });
});

test('edge-optimized APIs have a rate of their own, however they are made', async () => {
  await start();
  const definition = { openapi: '3.0.1', info: { title: 'i', version: '1' }, paths: {} };
  const importEdge = () => call('POST', '/restapis?mode=import', definition);
  expect(await call('POST', '/restapis', { name: 'edge' })).toMatchObject({ status: 201 });
  expect(await call('POST', '/restapis', { name: 'edge' })).toEqual(refused('30'));
  expect(await call('POST', '/restapis', regional)).toMatchObject({ status: 201 });
  expect(await importEdge()).toMatchObject({ status: 201 });
  expect(await importEdge()).toEqual(refused('30'));
  expect(await call('POST', '/restapis?mode=import&endpointConfigurationTypes=REGIONAL', definition)).toMatchObject({
    status: 201,
  });
});

test('all calls together: a burst of 40, both versions in one, then 10 a second; each region by itself', async () => {
  await start();
  const times = async (count: number, path: string) => {
    const answers = await Promise.all(Array.from({ length: count }, () => call('GET', path)));
    return answers.filter(({ status }) => status === 200).length;
  };
  expect(await times(25, '/account')).toBe(25);
  expect(await times(25, '/v2/apis')).toBe(15);
  // The model of version 2 has no such header.
  expect(await call('GET', '/v2/apis')).toMatchObject({
    status: 429,
    type: 'TooManyRequestsException',
    retryAfter: null,
  });
  expect(await call('GET', '/account')).toEqual(refused('1'));
  expect(await call('GET', '/account', undefined, 'eu-west-1')).toMatchObject({ status: 200 });
  nowMs += 1_000;
  expect(await times(20, '/account')).toBe(10);
});
