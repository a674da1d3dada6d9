import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { providers } from '../../../texts/en/identity-providers.ts';
import { hostOf } from '../providers/host-of.ts';

const texts = providers.delete;

interface Props {
  readonly arn: string;
  onClose(): void;
  onDeleted?(): void;
}

/** Makes tokens of a provider count no more. */
export function DeleteProvider({ arn, onClose, onDeleted }: Props): JSX.Element {
  const remove = useAction('iam', 'deleteOpenIDConnectProvider');
  return (
    <DeleteDialog
      texts={texts}
      name={hostOf(arn)}
      action={remove}
      input={{ OpenIDConnectProviderArn: arn }}
      onClose={onClose}
      onDeleted={() => {
        onClose();
        onDeleted?.();
      }}
    />
  );
}
