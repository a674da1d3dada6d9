import type { Deployment } from '../../../model/index.ts';
import { StartError } from '../../../server/index.ts';
import { findApi, findStage } from '../names.ts';
import type { CommandContext } from './command.ts';

/** `sallyport rollback API`: points a stage at the deployment before the one that it serves, or at a named one. */
export async function rollbackStage(
  { client, tell }: CommandContext,
  idOrName: string,
  options: { readonly stage?: string; readonly to?: string },
): Promise<void> {
  const api = await findApi(client, idOrName);
  const stage = await findStage(client, api, options.stage);
  const deployments = await client.list<Deployment>(`/restapis/${api.id}/deployments`);
  const to = options.to ?? before(deployments, stage.deploymentId)?.id;
  if (to === undefined) {
    throw new StartError(
      `${api.name} has no deployment older than ${stage.deploymentId}, which ${stage.stageName} serves.`,
    );
  }
  const path = `/restapis/${api.id}/stages/${stage.stageName}`;
  const patchOperations = [{ op: 'replace', path: '/deploymentId', value: to }];
  await client.call({ method: 'PATCH', path, body: { patchOperations } });
  tell(`${stage.stageName} serves deployment ${to} again, in place of ${stage.deploymentId}.\n`, {
    restApiId: api.id,
    stageName: stage.stageName,
    deploymentId: to,
    replacedDeploymentId: stage.deploymentId,
  });
}

/** Of the older deployments the youngest; one made in the same second counts as older where it is listed behind. */
function before(deployments: readonly Deployment[], currentId: string): Deployment | undefined {
  const byAge = deployments.toSorted((a, b) => b.createdDate - a.createdDate);
  return byAge[byAge.findIndex(({ id }) => id === currentId) + 1];
}
