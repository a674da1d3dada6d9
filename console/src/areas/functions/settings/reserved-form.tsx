import RadioGroup from '@cloudscape-design/components/radio-group';
import type { JSX } from 'react';
import { useCall, useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { useAws } from '../../../session/index.ts';
import { functionSettings } from '../../../texts/en/function-settings.ts';
import type { FunctionOutput } from '../use-functions.ts';

const texts = functionSettings.reserved;

/** How many invocations may run at one time. */
export function ReservedForm({ found }: { readonly found: FunctionOutput }): JSX.Element {
  const aws = useAws();
  const FunctionName = found.Configuration?.FunctionName ?? '';
  const saved = found.Concurrency?.ReservedConcurrentExecutions;
  const account = useCall('lambda', 'getAccountSettings', {});
  const draft = useDraft({ isReserved: saved !== undefined, amount: String(saved ?? '') });
  const notify = useNotify();
  const save = useSteps(
    'lambda',
    (amount: number | undefined): Promise<unknown> =>
      amount === undefined
        ? aws.call('lambda', 'deleteFunctionConcurrency', { FunctionName })
        : aws.call('lambda', 'putFunctionConcurrency', { FunctionName, ReservedConcurrentExecutions: amount }),
  );
  const { isReserved, amount } = draft.value;
  const unreserved = account.data?.AccountLimit?.UnreservedConcurrentExecutions;
  return (
    <EditForm
      title={texts.title}
      description={unreserved === undefined ? undefined : texts.unreserved(unreserved)}
      canDiscard={draft.isChanged}
      isChanged={draft.isChanged && (!isReserved || amount.trim() !== '')}
      isRunning={save.isRunning}
      error={save.error}
      onSave={() =>
        save.run(isReserved ? Number(amount) : undefined, () => {
          notify({ type: 'success', content: functionSettings.saved });
          draft.reset();
        })
      }
      onDiscard={draft.reset}
    >
      <RadioGroup
        ariaLabel={texts.title}
        value={isReserved ? 'reserved' : 'shared'}
        onChange={({ detail }) => draft.set({ isReserved: detail.value === 'reserved' })}
        items={[
          { value: 'shared', ...texts.shared },
          { value: 'reserved', ...texts.own },
        ]}
      />
      {isReserved && (
        <TextField
          label={texts.amount}
          constraint={texts.amountConstraint}
          type="number"
          value={amount}
          onChange={(value) => draft.set({ amount: value })}
        />
      )}
    </EditForm>
  );
}
