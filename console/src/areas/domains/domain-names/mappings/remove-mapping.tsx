import type { JSX } from 'react';
import { useNotify } from '../../../../page/index.ts';
import { Dialog } from '../../../../parts/dialog.tsx';
import { domains } from '../../../../texts/en/domains.ts';
import type { DomainName } from '../use-domain-names.ts';
import { useRemoveMapping } from './use-mapping-changes.ts';
import { type Mapping, NONE } from './use-mappings.ts';

const texts = domains.mappings;

interface Props {
  readonly domain: DomainName;
  readonly mapping: Mapping;
  onClose(): void;
}

/** Takes a path off a domain name; the API stays. */
export function RemoveMapping({ domain, mapping, onClose }: Props): JSX.Element {
  const remove = useRemoveMapping(domain);
  const notify = useNotify();
  const address = `${domain.domainName ?? ''}/${mapping.path === NONE ? '' : mapping.path}`;
  const submit = (): void =>
    remove.run(mapping, () => {
      notify({ type: 'success', content: texts.removed(mapping.path) });
      onClose();
    });
  return (
    <Dialog
      title={texts.removeTitle}
      action={texts.remove}
      isRunning={remove.isRunning}
      error={remove.error}
      onSubmit={submit}
      onDismiss={onClose}
    >
      {texts.removeText(address)}
    </Dialog>
  );
}
