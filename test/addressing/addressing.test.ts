import { request } from 'node:http';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { deployProxy, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let api: string;

beforeAll(async () => {
  upstream = await startUpstream((incoming, response) => response.end(`${incoming.method} ${incoming.url}`));
  api = await deployProxy(sdk(inject('sallyport').controlUrl), 'pets', `${upstream.url}/pets`, 'dev');
});
afterAll(() => upstream.stop());

/** With a Host field of our choice, which `fetch` does not allow. */
function get(base: string, path: string, host?: string): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request(new URL(path, base), { headers: host === undefined ? {} : { host } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    call.on('error', reject).end();
  });
}

// DESIGN, "Processes, ports, addresses": both ports answer every form (features A2.1).
test.each(['gatewayUrl', 'controlUrl'] as const)('%s answers an API by host and by both path forms', async (port) => {
  const base = inject('sallyport')[port];
  const answer = { status: 200, text: 'GET /pets?type=cat' };
  expect(await get(base, '/dev/pets?type=cat', `${api}.execute-api.localhost:4566`)).toEqual(answer);
  expect(await get(base, '/dev/pets?type=cat', `${api}.execute-api.us-east-1.amazonaws.com`)).toEqual(answer);
  expect(await get(base, `/_aws/execute-api/${api}/dev/pets?type=cat`)).toEqual(answer);
  expect(await get(base, `/restapis/${api}/dev/_user_request_/pets?type=cat`)).toEqual(answer);
});

test('the control port sees a new deployment at once', async () => {
  const { controlUrl } = inject('sallyport');
  const { apis } = sdk(controlUrl);
  expect((await get(controlUrl, `/_aws/execute-api/${api}/v2/pets`)).status).toBe(403);
  await apis.createDeployment({ restApiId: api, stageName: 'v2' });
  expect((await get(controlUrl, `/_aws/execute-api/${api}/v2/pets`)).status).toBe(200);
});
