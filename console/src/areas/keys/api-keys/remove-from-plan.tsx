import Box from '@cloudscape-design/components/box';
import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { keys } from '../../../texts/en/keys.ts';
import type { UsagePlan } from '../plans/use-plans.ts';
import type { ApiKey } from './use-keys.ts';

interface Props {
  readonly apiKey: ApiKey;
  readonly plan: UsagePlan;
  onClose(): void;
}

const texts = keys.plans;

/** Takes a key out of a usage plan. */
export function RemoveFromPlan({ apiKey, plan, onClose }: Props): JSX.Element {
  const leave = useAction('apigateway', 'deleteUsagePlanKey');
  const notify = useNotify();
  const { id: usagePlanId = '', name = usagePlanId } = plan;
  return (
    <Dialog
      title={texts.removeTitle(name)}
      action={texts.remove}
      isRunning={leave.isRunning}
      error={leave.error}
      onDismiss={onClose}
      onSubmit={() =>
        leave.run({ usagePlanId, keyId: apiKey.id ?? '' }, () => {
          notify({ type: 'success', content: texts.removed(name) });
          onClose();
        })
      }
    >
      <Box>{texts.removeText}</Box>
    </Dialog>
  );
}
