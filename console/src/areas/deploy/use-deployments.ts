import { mapped, type Read, useAll } from '../../data/index.ts';

export interface Deployment {
  readonly id: string;
  readonly description: string | undefined;
  readonly created: Date | undefined;
}

/** All deployments of a REST API, the latest first. */
export function useDeployments(restApiId: string): Read<readonly Deployment[]> {
  const read = useAll('apigateway', 'getDeployments', { restApiId, limit: 500 }, ({ items }) =>
    items?.map(({ id = '', description, createdDate }): Deployment => ({ id, description, created: createdDate })),
  );
  return mapped(read, latestFirst);
}

/** Times are whole seconds: those of one second stay as they are listed. */
function latestFirst(deployments: readonly Deployment[]): readonly Deployment[] {
  return [...deployments].sort((a, b) => (b.created?.getTime() ?? 0) - (a.created?.getTime() ?? 0));
}
