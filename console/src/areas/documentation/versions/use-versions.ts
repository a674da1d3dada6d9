import { mapped, type Read, useAll, useCall } from '../../../data/index.ts';

export interface Version {
  readonly name: string;
  readonly description: string | undefined;
  readonly created: Date | undefined;
  /** Those that have it. */
  readonly stages: readonly string[];
}

/** All versions of an API's documentation. */
export function useVersions(restApiId: string): Read<readonly Version[]> {
  const stages = useCall('apigateway', 'getStages', { restApiId });
  const versions = useAll('apigateway', 'getDocumentationVersions', { restApiId, limit: 500 }, (page) => page.items);
  return mapped(versions, (list) =>
    list.map(({ version: name = '', description, createdDate: created }) => ({
      name,
      description,
      created,
      stages: (stages.data?.item ?? [])
        .filter(({ documentationVersion }) => documentationVersion === name)
        .map(({ stageName = '' }) => stageName),
    })),
  );
}

/** The names of an API's stages. */
export function useStageNames(restApiId: string): Read<readonly string[]> {
  const { data, error, isPending, refetch } = useCall('apigateway', 'getStages', { restApiId });
  return { data: data && (data.item ?? []).map(({ stageName = '' }) => stageName), error, isPending, refetch };
}
