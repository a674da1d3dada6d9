import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { pools } from '../../../texts/en/pools.ts';
import type { ResourceServer } from './use-resource-servers.ts';

interface Props {
  readonly poolId: string;
  readonly server: ResourceServer;
  onClose(): void;
}

const texts = pools.resourceServers.delete;

export function DeleteResourceServer({ poolId, server, onClose }: Props): JSX.Element {
  const { Name: name = '', Identifier = '' } = server;
  const remove = useAction('cognito-idp', 'deleteResourceServer');
  return (
    <DeleteDialog
      texts={texts}
      name={name}
      action={remove}
      input={{ UserPoolId: poolId, Identifier }}
      onClose={onClose}
    />
  );
}
