import type { ApiSnapshot, Deployment } from '../../../model/index.ts';
import type { Out } from '../types.ts';

export function renderDeployment({ createdDate, ...rest }: Deployment): Out<'createDeployment'> {
  return { ...rest, createdDate: new Date(createdDate * 1000) };
}

/** What a deployment froze, by path and verb (API reference, `Deployment.apiSummary`). */
export function summarize({ resources }: ApiSnapshot): NonNullable<Out<'getDeployment'>['apiSummary']> {
  return Object.fromEntries(
    resources
      .filter(({ resourceMethods }) => Object.keys(resourceMethods).length > 0)
      .map(({ path, resourceMethods }) => [
        path,
        Object.fromEntries(
          Object.entries(resourceMethods).map(([verb, { authorizationType, apiKeyRequired }]) => [
            verb,
            { authorizationType, apiKeyRequired },
          ]),
        ),
      ]),
  );
}
