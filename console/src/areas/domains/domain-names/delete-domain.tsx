import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { domains } from '../../../texts/en/domains.ts';
import { addressOf, type DomainName } from './use-domain-names.ts';

interface Props {
  readonly domain: DomainName;
  onClose(): void;
  onDeleted(): void;
}

const texts = domains.delete;

export function DeleteDomain({ domain, onClose, onDeleted }: Props): JSX.Element {
  const address = addressOf(domain);
  const remove = useAction('apigateway', 'deleteDomainName');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.title}
      name={address.domainName}
      consequence={texts.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run(address, () => {
          notify({ type: 'success', content: texts.done(address.domainName) });
          onClose();
          onDeleted();
        })
      }
    />
  );
}
