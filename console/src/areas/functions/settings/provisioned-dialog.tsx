import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { functionSettings } from '../../../texts/en/function-settings.ts';
import { parts } from '../../../texts/en/parts.ts';
import { QualifierField } from '../qualifier-field.tsx';

const texts = functionSettings.provisioned;

interface Props {
  readonly functionName: string;
  /** The version or alias to begin with; empty for none. */
  readonly initial: string;
  /** How many it has now. */
  readonly initialAmount: number;
  onClose(): void;
}

/** Keeps instances of a version or an alias ready. */
export function ProvisionedDialog({ functionName, initial, initialAmount, onClose }: Props): JSX.Element {
  const [qualifier, setQualifier] = useState(initial);
  const [amount, setAmount] = useState(String(initialAmount));
  const put = useAction('lambda', 'putProvisionedConcurrencyConfig');
  const notify = useNotify();
  return (
    <Dialog
      title={texts.set}
      action={parts.save}
      isReady={qualifier !== '' && amount.trim() !== ''}
      isRunning={put.isRunning}
      error={put.error}
      onSubmit={() =>
        put.run(
          { FunctionName: functionName, Qualifier: qualifier, ProvisionedConcurrentExecutions: Number(amount) },
          () => {
            notify({ type: 'success', content: texts.done(qualifier) });
            onClose();
          },
        )
      }
      onDismiss={onClose}
    >
      <QualifierField
        label={texts.qualifier}
        functionName={functionName}
        value={qualifier}
        onChange={setQualifier}
        withLatest={false}
      />
      <TextField label={texts.amount} type="number" value={amount} onChange={setAmount} />
    </Dialog>
  );
}
