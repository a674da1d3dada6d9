import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Textarea from '@cloudscape-design/components/textarea';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useNavigate } from '../../../routing/index.ts';
import { providers } from '../../../texts/en/identity-providers.ts';
import { providerPath } from '../addresses.ts';
import { linesOf } from '../lines.ts';

const texts = providers.create;

/** Lets tokens of an OpenID Connect provider count here. */
export function CreateProvider({ onClose }: { onClose(): void }): JSX.Element {
  const create = useAction('iam', 'createOpenIDConnectProvider');
  const navigate = useNavigate();
  const notify = useNotify();
  const [url, setUrl] = useState('https://');
  const [clients, setClients] = useState('');
  const [thumbprints, setThumbprints] = useState('');
  const submit = (): void => {
    const ThumbprintList = linesOf(thumbprints);
    create.run(
      { Url: url, ClientIDList: linesOf(clients), ...(ThumbprintList.length > 0 && { ThumbprintList }) },
      ({ OpenIDConnectProviderArn = '' }) => {
        notify({ type: 'success', content: texts.done(url) });
        navigate(providerPath(OpenIDConnectProviderArn));
      },
    );
  };
  return (
    <Dialog
      title={texts.title}
      action={texts.title}
      isReady={url !== '' && url !== 'https://'}
      isRunning={create.isRunning}
      error={create.error}
      onSubmit={submit}
      onDismiss={onClose}
    >
      <FormField label={texts.url} description={texts.urlHint}>
        <Input value={url} onChange={({ detail }) => setUrl(detail.value)} autoFocus autoComplete={false} />
      </FormField>
      <FormField label={texts.clients} description={texts.clientsHint}>
        <Textarea value={clients} rows={2} spellcheck={false} onChange={({ detail }) => setClients(detail.value)} />
      </FormField>
      <FormField label={texts.thumbprints} description={texts.thumbprintsHint}>
        <Textarea
          value={thumbprints}
          rows={2}
          spellcheck={false}
          onChange={({ detail }) => setThumbprints(detail.value)}
        />
      </FormField>
    </Dialog>
  );
}
