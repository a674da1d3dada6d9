import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
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
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.title}
      name={name}
      consequence={texts.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ UserPoolId: poolId, Identifier }, () => {
          notify({ type: 'success', content: texts.done(name) });
          onClose();
        })
      }
    />
  );
}
