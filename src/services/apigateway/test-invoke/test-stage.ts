import type { Method, Resource, Scope, Stage, StageSnapshot } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { freezeApi } from '../deployments/index.ts';
import { requireClientCertificate } from '../documents/index.ts';
import { connectionsOf } from '../stage-snapshots.ts';
import type { In } from '../types.ts';

/** The name under which a test's requests reach a function's policy and a template (fact D62; seen in users' logs). */
const STAGE_NAME = 'test-invoke-stage';

/**
 * An API as a stage would serve it that has the tested method alone, open to everybody: no authorization, no API key, no
 * policy, no throttle and no cache (features A1.10).
 * @throws {ServiceError} 404 for an API or a client certificate that does not exist
 */
export async function testStage(
  reader: Reader,
  scope: Scope,
  { restApiId, stageVariables, clientCertificateId }: In<'testInvokeMethod'>,
  resource: Resource,
  method: Method,
): Promise<StageSnapshot> {
  if (clientCertificateId) await requireClientCertificate(reader, scope, clientCertificateId);
  const api = await freezeApi(reader, scope, restApiId);
  const { policy: _, ...restApi } = api.restApi;
  const open: Method = { ...method, authorizationType: 'NONE', apiKeyRequired: false };
  const deployment = {
    ...api,
    restApi: { ...restApi, disableExecuteApiEndpoint: false },
    resources: [{ ...resource, resourceMethods: { [method.httpMethod]: open } }],
  };
  const stage: Stage = {
    stageName: STAGE_NAME,
    deploymentId: '',
    ...(clientCertificateId && { clientCertificateId }),
    cacheClusterEnabled: false,
    cacheClusterStatus: 'NOT_AVAILABLE',
    methodSettings: {},
    ...(stageVariables && Object.keys(stageVariables).length > 0 && { variables: stageVariables }),
    tracingEnabled: false,
    tags: {},
    createdDate: 0,
    lastUpdatedDate: 0,
  };
  return {
    ref: { apiId: restApiId, stageName: STAGE_NAME, scope, revision: 0 },
    stage,
    deployment,
    ...(await connectionsOf(reader, scope, stage, deployment, deployment)),
  };
}
