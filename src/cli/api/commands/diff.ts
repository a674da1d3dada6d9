import { apiChanges, printChanges } from '../diff/index.ts';
import { findApi, findStage } from '../names.ts';
import type { CommandContext } from './command.ts';
import { exportPath } from './export.ts';

export interface DiffOptions {
  readonly stage?: string;
  /** A deployment's id; what a stage serves where it is absent. */
  readonly from?: string;
  /** A deployment's id; the API as it is now where it is absent. */
  readonly to?: string;
}

/** `sallyport diff API`: what differs between a deployment and the API as it is now, or another deployment. */
export async function diffApi({ client, tell }: CommandContext, idOrName: string, options: DiffOptions): Promise<void> {
  const api = await findApi(client, idOrName);
  const exported = async (name: string): Promise<Readonly<Record<string, unknown>>> =>
    client.call({ path: exportPath(api.id, name, 'oas30'), query: { extensions: 'apigateway' } });
  const from = options.from ?? (await findStage(client, api, options.stage)).deploymentId;
  const before = await exported(`$deployment.${from}`);
  const after = await exported(options.to === undefined ? '$working' : `$deployment.${options.to}`);
  const changes = apiChanges(before, after);
  tell(printChanges(changes), changes);
}
