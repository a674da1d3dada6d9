import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sallyport, startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { createApi, known, type Sdk, sdk } from '../support/sdk.ts';

const WRITES = 1_000;
const KILLS = 4;
const CONNECTIONS = 8;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Sallyport;

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startSallyport(['--data-dir', folder.path]);
});
afterAll(async () => {
  await server.stop();
  await folder.remove();
});

/** An API that answers `{"served":true}` by a MOCK integration, deployed before the first kill. */
async function deployServed(client: Sdk): Promise<string> {
  const { restApiId, resourceId } = await createApi(client, 'served');
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await client.apis.putMethod({ ...method, authorizationType: 'NONE' });
  await client.apis.putMethodResponse({ ...method, statusCode: '200' });
  await client.apis.putIntegration({
    ...method,
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
  });
  const responseTemplates = { 'application/json': '{"served":true}' };
  await client.apis.putIntegrationResponse({ ...method, statusCode: '200', responseTemplates });
  await client.apis.createDeployment({ restApiId, stageName: 'live' });
  return restApiId;
}

async function served(restApiId: string): Promise<unknown> {
  return (await fetch(`${server.gatewayUrl}/_aws/execute-api/${restApiId}/live/served`)).json();
}

/** What the server acknowledged before it died. */
interface Acknowledged {
  readonly apis: Set<string>;
  readonly stages: Map<string, string>;
}

/** Writes of one and of several documents each, until the server is gone or the burst is over. */
async function burst(client: Sdk, deployable: string, round: number, acknowledged: Acknowledged): Promise<void> {
  const numbers = Array.from({ length: WRITES }, (_, number) => number).values();
  const writer = async () => {
    for (const number of numbers) {
      if (number % 4 === 0) {
        const stageName = `s${round}_${number}`;
        const deployment = await client.apis.createDeployment({ restApiId: deployable, stageName });
        acknowledged.stages.set(stageName, known(deployment.id));
      } else {
        acknowledged.apis.add(known((await client.apis.createRestApi({ name: `api-${round}-${number}` })).id));
      }
    }
  };
  await Promise.allSettled(Array.from({ length: CONNECTIONS }, writer));
}

async function allApis(client: Sdk): Promise<Set<string>> {
  const ids = new Set<string>();
  let position: string | undefined;
  do {
    const page = await client.apis.getRestApis({ limit: 500, position });
    for (const api of page.items ?? []) ids.add(known(api.id));
    position = page.position;
  } while (position !== undefined);
  return ids;
}

test(`SIGKILL in a burst of ${WRITES} writes, ${KILLS} times: nothing acknowledged is lost, nothing is half there`, async () => {
  let client = sdk(server.controlUrl);
  const deployed = await deployServed(client);
  const acknowledged: Acknowledged = { apis: new Set(), stages: new Map() };
  let interrupted = 0;

  for (let round = 0; round < KILLS; round += 1) {
    const before = acknowledged.apis.size + acknowledged.stages.size;
    const writing = burst(client, deployed, round, acknowledged);
    // Each time somewhere else in the burst, by progress and not by the clock.
    while (acknowledged.apis.size + acknowledged.stages.size < before + 100 + 150 * round) await pause();
    await server.kill();
    await writing;
    if (acknowledged.apis.size + acknowledged.stages.size < before + WRITES) interrupted += 1;
    server = await startSallyport(['--data-dir', folder.path]);
    client = sdk(server.controlUrl);
    expect(await served(deployed)).toEqual({ served: true });
  }
  expect(interrupted).toBe(KILLS);

  const stored = await allApis(client);
  expect([...acknowledged.apis].filter((id) => !stored.has(id))).toEqual([]);
  const stages = (await client.apis.getStages({ restApiId: deployed })).item ?? [];
  const deploymentOf = new Map(stages.map((stage) => [stage.stageName, stage.deploymentId]));
  for (const [stageName, deploymentId] of acknowledged.stages) expect(deploymentOf.get(stageName)).toBe(deploymentId);

  // Half of a CreateRestApi would be an API without its root; half of a CreateDeployment a stage without its deployment.
  for (const restApiId of stored) {
    const { items } = await client.apis.getResources({ restApiId });
    expect(items?.filter((resource) => resource.path === '/')).toHaveLength(1);
  }
  for (const { deploymentId } of stages) {
    await client.apis.getDeployment({ restApiId: deployed, deploymentId: known(deploymentId) });
  }
});

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}
