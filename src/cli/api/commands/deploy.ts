import type { Deployment } from '../../../model/index.ts';
import { findApi } from '../names.ts';
import type { CommandContext } from './command.ts';

/** Freezes an API as it is and lets a stage serve it. */
export function deploy(
  { client }: CommandContext,
  apiId: string,
  stageName: string,
  description: string | undefined,
): Promise<Deployment> {
  return client.call({ method: 'POST', path: `/restapis/${apiId}/deployments`, body: { stageName, description } });
}

/** `sallyport deploy API --stage NAME`. */
export async function deployApi(
  context: CommandContext,
  idOrName: string,
  options: { readonly stage: string; readonly description?: string },
): Promise<void> {
  const api = await findApi(context.client, idOrName);
  const { id } = await deploy(context, api.id, options.stage, options.description);
  context.tell(`Deployed ${api.name} to ${options.stage} (deployment ${id}).\n`, {
    restApiId: api.id,
    stageName: options.stage,
    deploymentId: id,
  });
}
