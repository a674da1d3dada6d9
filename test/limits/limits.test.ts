import { afterEach, expect, test } from 'vitest';
import { type Sallyport, startSallyport } from '../support/sallyport.ts';
import { deployProxy, sdk } from '../support/sdk.ts';
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
  return { client, api, stop: upstream.stop, workers: () => echo(gatewayUrl), control: () => echo(controlUrl) };
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
  const { client, api: restApiId, workers, control, stop } = await withEcho(['--limits', 'aws']);
  for (const answer of [await workers(), await control()]) expect(answer.status).toBe(413);
  const { items: [deployment] = [] } = await client.apis.getDeployments({ restApiId });
  const createStage = (stageName: string) =>
    client.apis.createStage({ restApiId, stageName, deploymentId: deployment?.id });
  for (let index = 1; index < 10; index += 1) await createStage(`s${index}`);
  await expect(createStage('s10')).rejects.toMatchObject({
    name: 'LimitExceededException',
    $metadata: { httpStatusCode: 429 },
    message:
      'Maximum number of Stages for this API has been reached.  Please contact AWS if you need additional Stages.',
  });
  await stop();
});

test('aws: calls of the control API that come too soon are told when to come back', async () => {
  const { client, api: restApiId, stop } = await withEcho(['--limits', 'aws']);
  await expect(client.apis.createDeployment({ restApiId, stageName: 'next' })).rejects.toMatchObject({
    name: 'TooManyRequestsException',
    $metadata: { httpStatusCode: 429 },
    message: 'Too Many Requests',
    retryAfterSeconds: expect.stringMatching(/^[1-5]$/),
  });
  await stop();
});
