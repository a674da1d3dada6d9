import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { vpcLinks } from '../../../texts/en/vpc-links.ts';
import type { VpcLink } from './use-vpc-links.ts';

interface Props {
  readonly vpcLink: VpcLink;
  onClose(): void;
  onDeleted?(): void;
}

const texts = vpcLinks.delete;

export function DeleteVpcLink({ vpcLink, onClose, onDeleted }: Props): JSX.Element {
  const { id: vpcLinkId = '', name = '' } = vpcLink;
  const remove = useAction('apigateway', 'deleteVpcLink');
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
        remove.run({ vpcLinkId }, () => {
          notify({ type: 'success', content: texts.done(name) });
          onClose();
          onDeleted?.();
        })
      }
    />
  );
}
