import { type JSX, useState } from 'react';
import { useAction } from '../../../../data/index.ts';
import { useNotify } from '../../../../page/index.ts';
import { Dialog } from '../../../../parts/dialog.tsx';
import { PickField } from '../../../../parts/pick-field.tsx';
import { usagePlans } from '../../../../texts/en/usage-plans.ts';
import { keyName, useKeys } from '../../api-keys/use-keys.ts';
import type { PlanKey } from './use-plan-keys.ts';

interface Props {
  readonly planId: string;
  /** The keys that are in it already. */
  readonly joined: readonly PlanKey[];
  onClose(): void;
}

const texts = usagePlans.keys;

/** Puts a key into a plan. */
export function AddKey({ planId, joined, onClose }: Props): JSX.Element {
  const keys = useKeys();
  const join = useAction('apigateway', 'createUsagePlanKey');
  const notify = useNotify();
  const [keyId, setKeyId] = useState('');
  const known = new Set(joined.map(({ id }) => id));
  const options = (keys.data ?? [])
    .filter(({ id = '' }) => !known.has(id))
    .map((key) => ({ value: key.id ?? '', label: keyName(key), description: key.id ?? '' }));
  return (
    <Dialog
      title={texts.addTitle}
      action={texts.add}
      isReady={keyId !== ''}
      isRunning={join.isRunning}
      error={join.error}
      onDismiss={onClose}
      onSubmit={() =>
        join.run({ usagePlanId: planId, keyId, keyType: 'API_KEY' }, ({ name = keyId }) => {
          notify({ type: 'success', content: texts.added(name) });
          onClose();
        })
      }
    >
      <PickField
        label={texts.key}
        placeholder={texts.choose}
        empty={texts.none}
        query={keys}
        options={options}
        selected={keyId}
        onSelect={setKeyId}
      />
    </Dialog>
  );
}
