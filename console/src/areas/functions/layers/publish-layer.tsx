import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import { type JSX, useState } from 'react';
import type { Input } from '../../../aws/index.ts';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useAws } from '../../../session/index.ts';
import { layers } from '../../../texts/en/layers.ts';
import { parts } from '../../../texts/en/parts.ts';
import { RUNTIMES } from '../runtimes.ts';
import { ZipField } from '../zip-field.tsx';

const texts = layers.publish;

interface Props {
  /** The layer of which it is a version; empty for a new one. */
  readonly initial: string;
  onClose(): void;
}

/** Publishes a zip file as a version of a layer. */
export function PublishLayer({ initial, onClose }: Props): JSX.Element {
  const aws = useAws();
  const [name, setName] = useState(initial);
  const [description, setDescription] = useState('');
  const [runtimes, setRuntimes] = useState<readonly string[]>([]);
  const [file, setFile] = useState<File>();
  const notify = useNotify();
  const publish = useSteps('lambda', async () =>
    aws.call('lambda', 'publishLayerVersion', {
      LayerName: name.trim(),
      ...(description && { Description: description }),
      CompatibleRuntimes: [...runtimes] as NonNullable<Input<'lambda', 'publishLayerVersion'>['CompatibleRuntimes']>,
      Content: { ZipFile: new Uint8Array((await file?.arrayBuffer()) ?? []) },
    }),
  );
  return (
    <Dialog
      title={initial === '' ? layers.list.create : layers.versions.create}
      action={texts.action}
      isReady={name.trim() !== '' && file !== undefined}
      isRunning={publish.isRunning}
      error={publish.error}
      onSubmit={() =>
        publish.run(undefined, ({ Version = 0 }) => {
          notify({ type: 'success', content: texts.done(name.trim(), Version) });
          onClose();
        })
      }
      onDismiss={onClose}
    >
      {initial === '' && <TextField label={texts.name} value={name} onChange={setName} autoFocus />}
      <TextField label={texts.description} value={description} onChange={setDescription} />
      <ZipField label={texts.zip} constraint={texts.zipConstraint} file={file} onChange={setFile} />
      <FormField label={texts.runtimes}>
        <Multiselect
          selectedOptions={runtimes.map((value) => ({ value }))}
          onChange={({ detail }) => setRuntimes(detail.selectedOptions.map(({ value = '' }) => value))}
          options={RUNTIMES.map((value) => ({ value }))}
          placeholder={texts.chooseRuntimes}
          deselectAriaLabel={({ value = '' }) => parts.removeOf(value)}
        />
      </FormField>
    </Dialog>
  );
}
