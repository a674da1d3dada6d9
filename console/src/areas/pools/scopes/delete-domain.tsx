import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { pools } from '../../../texts/en/pools.ts';

interface Props {
  readonly poolId: string;
  readonly domain: string;
  onClose(): void;
}

const texts = pools.domain.delete;

export function DeleteDomain({ poolId, domain, onClose }: Props): JSX.Element {
  const remove = useAction('cognito-idp', 'deleteUserPoolDomain');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.title}
      name={domain}
      consequence={texts.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ UserPoolId: poolId, Domain: domain }, () => {
          notify({ type: 'success', content: texts.done });
          onClose();
        })
      }
    />
  );
}
