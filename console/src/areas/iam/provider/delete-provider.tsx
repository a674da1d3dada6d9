import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
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
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.title}
      name={hostOf(arn)}
      consequence={texts.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ OpenIDConnectProviderArn: arn }, () => {
          notify({ type: 'success', content: texts.done(hostOf(arn)) });
          onClose();
          onDeleted?.();
        })
      }
    />
  );
}
