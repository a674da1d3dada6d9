import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { PickField } from '../../../parts/pick-field.tsx';
import { keys } from '../../../texts/en/keys.ts';
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
  const name = options.find(({ value }) => value === usagePlanId)?.label ?? usagePlanId;
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
          notify({ type: 'success', content: texts.added(name) });
          onClose();
        })
      }
    >
      <PickField
        label={texts.plan}
        placeholder={texts.choose}
        empty={texts.none}
        query={plans}
        options={options}
        selected={usagePlanId}
        onSelect={setPlanId}
      />
    </Dialog>
  );
}
