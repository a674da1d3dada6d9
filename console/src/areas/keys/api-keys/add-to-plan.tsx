import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { keys } from '../../../texts/en/keys.ts';
import { parts } from '../../../texts/en/parts.ts';
import { type UsagePlan, usePlans } from '../plans/use-plans.ts';
import { type ApiKey, keyName } from './use-keys.ts';

interface Props {
  readonly apiKey: ApiKey;
  /** The plans that it is in already. */
  readonly joined: readonly UsagePlan[];
  onClose(): void;
}

const texts = keys.plans;

/** Puts a key into a usage plan. */
export function AddToPlan({ apiKey, joined, onClose }: Props): JSX.Element {
  const plans = usePlans();
  const join = useAction('apigateway', 'createUsagePlanKey');
  const notify = useNotify();
  const [usagePlanId, setPlanId] = useState('');
  const options = (plans.data ?? [])
    .filter(({ id }) => !joined.some((plan) => plan.id === id))
    .map(({ id: value = '', name: label = value }) => ({ value, label, description: value }));
  const selected = options.find(({ value }) => value === usagePlanId);
  return (
    <Dialog
      title={texts.addTitle(keyName(apiKey))}
      action={texts.add}
      isReady={usagePlanId !== ''}
      isRunning={join.isRunning}
      error={join.error}
      onDismiss={onClose}
      onSubmit={() =>
        join.run({ usagePlanId, keyId: apiKey.id ?? '', keyType: 'API_KEY' }, () => {
          notify({ type: 'success', content: texts.added(selected?.label ?? usagePlanId) });
          onClose();
        })
      }
    >
      <FormField label={texts.plan} errorText={plans.error?.message}>
        <Select
          options={options}
          selectedOption={selected ?? null}
          onChange={({ detail }) => setPlanId(detail.selectedOption.value ?? '')}
          placeholder={texts.choose}
          filteringType="auto"
          filteringAriaLabel={texts.plan}
          virtualScroll
          expandToViewport
          statusType={plans.isPending ? 'loading' : 'finished'}
          loadingText={parts.loading}
          empty={texts.none}
        />
      </FormField>
    </Dialog>
  );
}
