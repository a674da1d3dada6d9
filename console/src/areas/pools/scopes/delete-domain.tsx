import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { pools } from '../../../texts/en/pools.ts';

interface Props {
  readonly poolId: string;
  readonly domain: string;
  onClose(): void;
}

const texts = pools.domain.delete;

export function DeleteDomain({ poolId, domain, onClose }: Props): JSX.Element {
  const remove = useAction('cognito-idp', 'deleteUserPoolDomain');
  return (
    <DeleteDialog
      texts={texts}
      name={domain}
      action={remove}
      input={{ UserPoolId: poolId, Domain: domain }}
      onClose={onClose}
    />
  );
}
