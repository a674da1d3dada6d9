import Box from '@cloudscape-design/components/box';
import { type JSX, useState } from 'react';
import { useAction } from '../../../../data/index.ts';
import { useNotify } from '../../../../page/index.ts';
import { Dialog } from '../../../../parts/dialog.tsx';
import { TextField } from '../../../../parts/text-field.tsx';
import { usagePlans } from '../../../../texts/en/usage-plans.ts';
import type { KeyUsage } from './key-usage.ts';

interface Props {
  readonly planId: string;
  readonly period: string;
  readonly usage: KeyUsage;
  readonly name: string;
  onClose(): void;
}

const texts = usagePlans.usage;

/** Sets what is left to a key of the running period. */
export function ExtendQuota({ planId, period, usage, name, onClose }: Props): JSX.Element {
  const { keyId, remaining } = usage;
  const [wanted, setWanted] = useState('');
  const update = useAction('apigateway', 'updateUsage');
  const notify = useNotify();
  return (
    <Dialog
      title={texts.extendTitle(name)}
      action={texts.extend}
      isReady={wanted !== ''}
      isRunning={update.isRunning}
      error={update.error}
      onDismiss={onClose}
      onSubmit={() =>
        update.run(
          {
            usagePlanId: planId,
            keyId,
            patchOperations: [{ op: 'replace', path: '/remaining', value: wanted }],
          },
          () => {
            notify({ type: 'success', content: texts.extended(name, Number(wanted)) });
            onClose();
          },
        )
      }
    >
      <Box>{texts.left(remaining, period)}</Box>
      <TextField
        label={texts.newRemaining}
        constraint={texts.newRemainingHint}
        type="number"
        inputMode="numeric"
        value={wanted}
        onChange={setWanted}
        autoFocus
      />
    </Dialog>
  );
}
