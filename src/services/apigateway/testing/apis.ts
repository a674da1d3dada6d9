import type { TestService } from './service.ts';

/** Where a test's method is. */
export interface TestMethod {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
}

/** An API with nothing in it. */
export async function createApi(
  { api, call }: TestService,
  name = 'test',
): Promise<{ restApiId: string; rootId: string }> {
  const { id = '', rootResourceId = '' } = await api.createRestApi({ name }, call());
  return { restApiId: id, rootId: rootResourceId };
}

/** An API whose root has a GET method without an integration. */
export async function createApiWithMethod(
  service: TestService,
  requestParameters?: Record<string, boolean>,
): Promise<TestMethod> {
  const { restApiId, rootId } = await createApi(service);
  const method = { restApiId, resourceId: rootId, httpMethod: 'GET' };
  await service.api.putMethod(
    { ...method, authorizationType: 'NONE', ...(requestParameters && { requestParameters }) },
    service.call(),
  );
  return method;
}

/** An API that can be deployed: its root answers GET from a MOCK integration. */
export async function createDeployableApi(service: TestService): Promise<TestMethod> {
  const method = await createApiWithMethod(service);
  await service.api.putIntegration(
    { ...method, type: 'MOCK', requestTemplates: { 'application/json': '{"statusCode": 200}' } },
    service.call(),
  );
  return method;
}

/** Deploys, to a stage if one is named, and gives the deployment's id. */
export async function deploy({ api, call }: TestService, restApiId: string, stageName?: string): Promise<string> {
  const { id = '' } = await api.createDeployment({ restApiId, ...(stageName && { stageName }) }, call());
  return id;
}
