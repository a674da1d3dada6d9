import type { JSX } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { useAws } from '../../../session/index.ts';
import { usagePlans } from '../../../texts/en/usage-plans.ts';
import { usePlanKeys } from './keys/use-plan-keys.ts';
import { stageName } from './stages/stage-name.ts';
import type { UsagePlan } from './use-plans.ts';

interface Props {
  readonly plan: UsagePlan;
  onClose(): void;
  onDeleted?(): void;
}

const texts = usagePlans.delete;

/** Deletes a usage plan. API Gateway refuses one that has stages, so they are taken out of it first. */
export function DeletePlan({ plan, onClose, onDeleted = onClose }: Props): JSX.Element {
  const aws = useAws();
  const notify = useNotify();
  const { id: usagePlanId = '', name = usagePlanId, apiStages = [] } = plan;
  const keys = usePlanKeys(usagePlanId);
  const remove = useSteps('apigateway', async () => {
    const patchOperations = apiStages.map((stage) => ({
      op: 'remove' as const,
      path: '/apiStages',
      value: stageName(stage),
    }));
    if (patchOperations.length > 0) await aws.call('apigateway', 'updateUsagePlan', { usagePlanId, patchOperations });
    await aws.call('apigateway', 'deleteUsagePlan', { usagePlanId });
  });
  return (
    <ConfirmDelete
      title={texts.title}
      name={name}
      consequence={texts.consequence(apiStages.length, keys.data?.length)}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run(undefined, () => {
          notify({ type: 'success', content: texts.done(name) });
          onDeleted();
        })
      }
    />
  );
}
