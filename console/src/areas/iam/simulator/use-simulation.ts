import type { Output } from '../../../aws/index.ts';
import { allPages, useIam } from '../use-iam.ts';
import { askedOf, type Simulation } from './simulation.ts';

export type Result = NonNullable<Output<'iam', 'simulateCustomPolicy'>['EvaluationResults']>[number];

/** What the policies say, an entry for each action on each resource. @param asked undefined while nothing was asked */
export function useSimulation(asked: Simulation | undefined) {
  return useIam<readonly Result[]>(
    ['simulation', JSON.stringify(asked ?? {})],
    (aws) =>
      asked === undefined
        ? Promise.resolve([])
        : allPages(
            (from) => {
              const input = { ...askedOf(asked), ...from, MaxItems: 1000 };
              if (asked.kind === 'entity') {
                return aws.call('iam', 'simulatePrincipalPolicy', { ...input, PolicySourceArn: asked.source });
              }
              return aws.call('iam', 'simulateCustomPolicy', { ...input, PolicyInputList: [asked.policy] });
            },
            (page) => page.EvaluationResults,
          ),
    { enabled: asked !== undefined },
  );
}

/** The condition keys that the policies ask for. */
export function useContextKeys(
  { kind, source, policy }: Pick<Simulation, 'kind' | 'source' | 'policy'>,
  enabled: boolean,
) {
  return useIam<readonly string[]>(
    ['context-keys', kind, kind === 'entity' ? source : policy],
    async (aws) => {
      const { ContextKeyNames = [] } =
        kind === 'entity'
          ? await aws.call('iam', 'getContextKeysForPrincipalPolicy', { PolicySourceArn: source })
          : await aws.call('iam', 'getContextKeysForCustomPolicy', { PolicyInputList: [policy] });
      return ContextKeyNames;
    },
    { enabled },
  );
}
