import { type JSX, useState } from 'react';
import { useAction } from '../../../../data/index.ts';
import { useNotify } from '../../../../page/index.ts';
import { Dialog } from '../../../../parts/dialog.tsx';
import { TextField } from '../../../../parts/text-field.tsx';
import { domains } from '../../../../texts/en/domains.ts';
import type { DomainName } from '../use-domain-names.ts';

const texts = domains.access;

interface Props {
  readonly domain: DomainName;
  onClose(): void;
}

export function AddAssociation({ domain: { domainNameArn = '' }, onClose }: Props): JSX.Element {
  const [endpoint, setEndpoint] = useState('');
  const add = useAction('apigateway', 'createDomainNameAccessAssociation');
  const notify = useNotify();
  const submit = (): void =>
    add.run({ domainNameArn, accessAssociationSourceType: 'VPCE', accessAssociationSource: endpoint.trim() }, () => {
      notify({ type: 'success', content: texts.done(endpoint) });
      onClose();
    });
  return (
    <Dialog
      title={texts.dialogTitle}
      action={texts.add}
      isReady={endpoint.trim() !== ''}
      isRunning={add.isRunning}
      error={add.error}
      onSubmit={submit}
      onDismiss={onClose}
    >
      <TextField label={texts.endpoint} placeholder="vpce-0a1b2c3d" value={endpoint} onChange={setEndpoint} autoFocus />
    </Dialog>
  );
}
