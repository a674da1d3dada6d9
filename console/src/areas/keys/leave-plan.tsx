import Box from '@cloudscape-design/components/box';
import type { JSX } from 'react';
import { useAction } from '../../data/index.ts';
import { useNotify } from '../../page/index.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { keys } from '../../texts/en/keys.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly apiKey: Named;
  readonly plan: Named;
  onClose(): void;
}

const texts = keys.plans;

/** Takes a key out of a usage plan. */
export function LeavePlan({ apiKey, plan, onClose }: Props): JSX.Element {
  const leave = useAction('apigateway', 'deleteUsagePlanKey');
  const notify = useNotify();
  return (
    <Dialog
      title={texts.removeTitle(apiKey.name, plan.name)}
      action={texts.remove}
      isRunning={leave.isRunning}
      error={leave.error}
      onDismiss={onClose}
      onSubmit={() =>
        leave.run({ usagePlanId: plan.id, keyId: apiKey.id }, () => {
          notify({ type: 'success', content: texts.removed(apiKey.name, plan.name) });
          onClose();
        })
      }
    >
      <Box>{texts.removeText}</Box>
    </Dialog>
  );
}
