import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
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
  return (
    <DeleteDialog
      texts={texts}
      name={address.domainName}
      action={remove}
      input={address}
      onClose={onClose}
      onDeleted={() => {
        onClose();
        onDeleted();
      }}
    />
  );
}
