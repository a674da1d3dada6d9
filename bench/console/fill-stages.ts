import type { Clients } from '../../test/console/support/walk/clients.ts';
import { known } from '../../test/support/sdk.ts';
import { many } from './many.ts';

/** Each is compiled and held by every worker: AWS gives an API ten. */
const STAGES = 1_000;
/** What an HTTP API may have of routes and integrations, which no setting raises. */
const ROUTES = 300;

/** An API of many deployments and stages. */
export async function fillStages({ apis }: Clients, count: number): Promise<string> {
  const { id, rootResourceId } = await apis.createRestApi({ name: 'api of many stages' });
  const restApiId = known(id);
  const method = { restApiId, resourceId: known(rootResourceId), httpMethod: 'GET' };
  await apis.putMethod({ ...method, authorizationType: 'NONE' });
  await apis.putIntegration({
    ...method,
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
  });
  const deployed = await apis.createDeployment({ restApiId });
  await many(count - 1, (number) => apis.createDeployment({ restApiId, description: `deployment ${number}` }));
  await many(Math.min(STAGES, count), (number) =>
    apis.createStage({ restApiId, stageName: `stage${number}`, deploymentId: known(deployed.id) }),
  );
  return restApiId;
}

/** Many HTTP APIs, and one of as many routes as one may have. */
export async function fillHttpApis({ v2 }: Clients, count: number): Promise<string> {
  await many(count, (number) => v2.createApi({ Name: `http api ${number}`, ProtocolType: 'HTTP' }));
  const { ApiId } = await v2.createApi({ Name: 'http api of many routes', ProtocolType: 'HTTP' });
  await many(Math.min(ROUTES, count), async (number) => {
    const { IntegrationId } = await v2.createIntegration({
      ApiId,
      IntegrationType: 'HTTP_PROXY',
      IntegrationMethod: 'GET',
      IntegrationUri: `http://backend.example/${number}`,
      PayloadFormatVersion: '1.0',
    });
    await v2.createRoute({ ApiId, RouteKey: `GET /route${number}`, Target: `integrations/${IntegrationId}` });
  });
  return known(ApiId);
}
