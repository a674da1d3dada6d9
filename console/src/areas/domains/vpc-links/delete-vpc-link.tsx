import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
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
  return (
    <DeleteDialog
      texts={texts}
      name={name}
      action={remove}
      input={{ vpcLinkId }}
      onClose={onClose}
      onDeleted={() => {
        onClose();
        onDeleted?.();
      }}
    />
  );
}
