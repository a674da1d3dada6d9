import type { StageSubscriber } from './stage-directory.ts';

/**
 * Lets what is kept a stage go with the stage.
 * @param keep forgets every stage that is not deployed
 */
export function forgetting(
  keep: (isDeployed: (apiId: string, stageName: string) => boolean) => void,
): Pick<StageSubscriber, 'removeStage' | 'setStages'> {
  return {
    removeStage: (ref) => keep((apiId, stageName) => apiId !== ref.apiId || stageName !== ref.stageName),
    setStages(refs) {
      const deployed = new Set(refs.map(({ apiId, stageName }) => `${apiId}/${stageName}`));
      keep((apiId, stageName) => deployed.has(`${apiId}/${stageName}`));
    },
  };
}
