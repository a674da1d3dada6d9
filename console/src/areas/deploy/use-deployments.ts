import { type Read, useAll } from '../../data/index.ts';
import { mapped } from './mapped.ts';

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

/** Of two that were made in the same second the one that is listed first is the later. */
function latestFirst(deployments: readonly Deployment[]): readonly Deployment[] {
  return [...deployments].sort((a, b) => (b.created?.getTime() ?? 0) - (a.created?.getTime() ?? 0));
}
