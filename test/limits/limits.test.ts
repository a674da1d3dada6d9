import { afterEach, expect, test } from 'vitest';
import { type Sallyport, startSallyport } from '../support/sallyport.ts';
import { createApi, deployProxy, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';

// The profiles of limits reach both planes of the built command (features A17; guide page
// api-gateway-execution-service-limits-table).
const LARGE = Buffer.alloc(12_000_000, 'x');
let server: Sallyport | undefined;
afterEach(() => server?.stop());

async function withEcho(flags: readonly string[]) {
  server = await startSallyport(['--ephemeral', ...flags]);
  const upstream = await startUpstream((request, response) => request.pipe(response));
  const client = sdk(server.controlUrl);
  const api = await deployProxy(client, 'echo', upstream.url, 'dev');
  const { gatewayUrl, controlUrl } = server;
  /** Through a worker, and through the gateway on the control port. */
  const echo = (base: string) => fetch(`${base}/_aws/execute-api/${api}/dev/echo`, { method: 'POST', body: LARGE });
  return { client, stop: upstream.stop, workers: () => echo(gatewayUrl), control: () => echo(controlUrl) };
}

test('off: bodies over 10 MB pass through a worker and through the control port, both ways', async () => {
  const { workers, control, stop } = await withEcho(['--limits', 'off']);
  for (const answer of [await workers(), await control()]) {
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(LARGE)).toBe(true);
  }
  await stop();
});

test('aws: they do not, and the eleventh stage is refused with 429', async () => {
  const { client, workers, control, stop } = await withEcho(['--limits', 'aws']);
  for (const answer of [await workers(), await control()]) expect(answer.status).toBe(413);
  const { restApiId, resourceId } = await createApi(client, 'x');
  await client.apis.putMethod({ restApiId, resourceId, httpMethod: 'GET', authorizationType: 'NONE' });
  await client.apis.putIntegration({ restApiId, resourceId, httpMethod: 'GET', type: 'MOCK' });
  for (let index = 0; index < 10; index += 1) await client.apis.createDeployment({ restApiId, stageName: `s${index}` });
  await expect(client.apis.createDeployment({ restApiId, stageName: 's10' })).rejects.toMatchObject({
    name: 'LimitExceededException',
    $metadata: { httpStatusCode: 429 },
    message:
      'Maximum number of Stages for this API has been reached.  Please contact AWS if you need additional Stages.',
  });
  await stop();
});
