import type { Sallyport } from '../support/sallyport.ts';
import { createApi, known, type Sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';

/** An API whose `/pets` wants a key and whose `/open` does not, both passed to a backend, with a key of a plan. */
export interface PlannedApi {
  readonly restApiId: string;
  readonly planId: string;
  readonly keyId: string;
  readonly value: string;
}

export type Limits = Pick<Parameters<Sdk['apis']['createUsagePlan']>[0], 'throttle' | 'quota'>;

export async function startPetsBackend() {
  return startUpstream((_request, response) => response.end('a cat'));
}

/** Deploys the API to `dev`. */
export async function deployKeyedApi(client: Sdk, uri: string): Promise<string> {
  const { restApiId, resourceId } = await createApi(client, 'pets');
  const { items = [] } = await client.apis.getResources({ restApiId });
  const root = items.find(({ path }) => path === '/');
  const open = await client.apis.createResource({ restApiId, parentId: known(root?.id), pathPart: 'open' });
  for (const [id, apiKeyRequired] of [
    [resourceId, true],
    [known(open.id), false],
  ] as const) {
    const method = { restApiId, resourceId: id, httpMethod: 'GET' };
    await client.apis.putMethod({ ...method, authorizationType: 'NONE', apiKeyRequired });
    await client.apis.putIntegration({ ...method, type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri });
  }
  await client.apis.createDeployment({ restApiId, stageName: 'dev' });
  return restApiId;
}

/** A plan that opens the API's stage, with one key in it. */
export async function createPlan(client: Sdk, restApiId: string, limits: Limits): Promise<PlannedApi> {
  const plan = await client.apis.createUsagePlan({
    name: 'gold',
    apiStages: [{ apiId: restApiId, stage: 'dev' }],
    ...limits,
  });
  const key = await client.apis.createApiKey({ name: 'customer', enabled: true });
  const [planId, keyId] = [known(plan.id), known(key.id)];
  await client.apis.createUsagePlanKey({ usagePlanId: planId, keyId, keyType: 'API_KEY' });
  return { restApiId, planId, keyId, value: known(key.value) };
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Asks for a path of the stage, with a key or without one. */
export async function call({ gatewayUrl }: Sallyport, restApiId: string, path: string, key?: string): Promise<Answer> {
  const response = await fetch(`${gatewayUrl}/_aws/execute-api/${restApiId}/dev${path}`, {
    ...(key !== undefined && { headers: { 'x-api-key': key } }),
  });
  return { status: response.status, body: await response.text() };
}

/** Statuses of so many requests at once. */
export async function statuses(server: Sallyport, { restApiId, value }: PlannedApi, count: number): Promise<number[]> {
  const answers = await Promise.all(Array.from({ length: count }, () => call(server, restApiId, '/pets', value)));
  return answers.map(({ status }) => status);
}

/** Today in UTC, as a usage report names it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
