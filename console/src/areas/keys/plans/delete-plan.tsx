import type { JSX } from 'react';
import { useSteps } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
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
export function DeletePlan({ plan, onClose, onDeleted }: Props): JSX.Element {
  const aws = useAws();
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
    <DeleteDialog
      texts={{ ...texts, consequence: texts.consequence(apiStages.length, keys.data?.length) }}
      name={name}
      action={remove}
      input={undefined}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}
