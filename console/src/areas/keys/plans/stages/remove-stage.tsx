import Box from '@cloudscape-design/components/box';
import type { JSX } from 'react';
import { Dialog } from '../../../../parts/dialog.tsx';
import { usagePlans } from '../../../../texts/en/usage-plans.ts';
import type { UsagePlan } from '../use-plans.ts';
import { useUpdatePlan } from '../use-update-plan.ts';
import { type PlanStage, stageName } from './stage-name.ts';

interface Props {
  readonly plan: UsagePlan;
  readonly stage: PlanStage;
  /** The stage, as users know it. */
  readonly name: string;
  onClose(): void;
}

const texts = usagePlans.stages;

export function RemoveStage({ plan, stage, name, onClose }: Props): JSX.Element {
  const update = useUpdatePlan(plan);
  return (
    <Dialog
      title={texts.removeTitle(name)}
      action={texts.remove}
      isRunning={update.isRunning}
      error={update.error}
      onDismiss={onClose}
      onSubmit={() =>
        update.run([{ op: 'remove', path: '/apiStages', value: stageName(stage) }], texts.removed(name), onClose)
      }
    >
      <Box>{texts.removeText}</Box>
    </Dialog>
  );
}
