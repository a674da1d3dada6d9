import Box from '@cloudscape-design/components/box';
import type { JSX } from 'react';
import { Dialog } from '../../../../parts/dialog.tsx';
import { usagePlans } from '../../../../texts/en/usage-plans.ts';
import type { UsagePlan } from '../use-plans.ts';
import { useUpdatePlan } from '../use-update-plan.ts';
import { methodText, type ThrottledMethod, throttleRemoval } from './throttled-method.ts';

interface Props {
  readonly plan: UsagePlan;
  readonly method: ThrottledMethod;
  onClose(): void;
}

const texts = usagePlans.methods;

/** Lets the plan's own throttle hold for a method. */
export function RemoveThrottle({ plan, method, onClose }: Props): JSX.Element {
  const update = useUpdatePlan(plan);
  const name = methodText(method.method);
  return (
    <Dialog
      title={texts.removeTitle(name)}
      action={texts.remove}
      isRunning={update.isRunning}
      error={update.error}
      onDismiss={onClose}
      onSubmit={() => update.run(throttleRemoval(method), texts.removed(name), onClose)}
    >
      <Box>{texts.removeText}</Box>
    </Dialog>
  );
}
