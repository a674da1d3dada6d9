import type { RestApi, Stage } from '../../model/index.ts';
import { StartError } from '../../server/index.ts';
import type { ApiClient } from './client.ts';

/**
 * The API that somebody means: by its id, else by its name where only one has it.
 * @throws {StartError} where none or several fit
 */
export async function findApi(client: ApiClient, idOrName: string): Promise<RestApi> {
  const apis = await client.list<RestApi>('/restapis');
  const byId = apis.find(({ id }) => id === idOrName);
  if (byId !== undefined) return byId;
  const [named, ...others] = apis.filter(({ name }) => name === idOrName);
  if (named === undefined) throw new StartError(`There is no API ${idOrName}; sallyport apis lists those that are.`);
  if (others.length > 0) {
    const ids = [named, ...others].map(({ id }) => id).join(', ');
    throw new StartError(`Several APIs are called ${idOrName}; say which by its id: ${ids}`);
  }
  return named;
}

/** The stage of an API; the only one where none is named. @throws {StartError} */
export async function findStage(client: ApiClient, api: RestApi, name: string | undefined): Promise<Stage> {
  const { item: stages = [] } = await client.call<{ item?: readonly Stage[] }>({ path: `/restapis/${api.id}/stages` });
  const names = stages.map(({ stageName }) => stageName).join(', ');
  if (name === undefined && stages.length > 1) throw new StartError(`Say which stage with --stage: ${names}`);
  const stage = name === undefined ? stages[0] : stages.find(({ stageName }) => stageName === name);
  if (stage !== undefined) return stage;
  throw new StartError(
    stages.length === 0
      ? `${api.name} has no stage yet; sallyport deploy ${api.id} --stage NAME makes one.`
      : `${api.name} has no stage ${name}; it has ${names}.`,
  );
}
