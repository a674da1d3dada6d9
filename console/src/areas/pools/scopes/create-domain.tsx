import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useRegion } from '../../../routing/index.ts';
import { pools } from '../../../texts/en/pools.ts';
import { domainAddress } from './domain-address.ts';

interface Props {
  readonly poolId: string;
  onClose(): void;
}

const texts = pools.domain;

/** Gives a pool an address with a name. */
export function CreateDomain({ poolId, onClose }: Props): JSX.Element {
  const [prefix, setPrefix] = useState('');
  const region = useRegion();
  const create = useAction('cognito-idp', 'createUserPoolDomain');
  const notify = useNotify();
  return (
    <Dialog
      title={texts.create}
      action={texts.create}
      isReady={prefix !== ''}
      isRunning={create.isRunning}
      error={create.error}
      onDismiss={onClose}
      onSubmit={() =>
        create.run({ UserPoolId: poolId, Domain: prefix }, () => {
          notify({ type: 'success', content: texts.done });
          onClose();
        })
      }
    >
      <TextField
        label={texts.prefix}
        description={texts.prefixHint}
        constraint={prefix === '' ? undefined : domainAddress(prefix, region, location)}
        value={prefix}
        onChange={setPrefix}
        autoFocus
      />
    </Dialog>
  );
}
