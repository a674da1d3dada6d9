import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { manyOptions } from '../../../parts/many-options.ts';
import { documentation } from '../../../texts/en/documentation.ts';
import { parts } from '../../../texts/en/parts.ts';
import { useStageNames } from './use-versions.ts';

const texts = documentation.versions;

interface Props {
  readonly apiId: string;
  onClose(): void;
}

/** Freezes the documentation as it is, and publishes it where a stage is chosen. */
export function CreateVersion({ apiId, onClose }: Props): JSX.Element {
  const create = useAction('apigateway', 'createDocumentationVersion');
  const stages = useStageNames(apiId);
  const notify = useNotify();
  const [version, setVersion] = useState('');
  const [description, setDescription] = useState('');
  const [stageName, setStageName] = useState('');
  const options = [
    { value: '', label: texts.noStage },
    ...(stages.data ?? []).map((value) => ({ value, label: value })),
  ];
  const save = (): void =>
    create.run(
      {
        restApiId: apiId,
        documentationVersion: version,
        ...(description !== '' && { description }),
        ...(stageName !== '' && { stageName }),
      },
      () => {
        notify({ type: 'success', content: texts.created(version) });
        onClose();
      },
    );
  return (
    <Dialog
      title={texts.createTitle}
      action={texts.create}
      isReady={version.trim() !== ''}
      isRunning={create.isRunning}
      error={create.error ?? stages.error}
      onSubmit={save}
      onDismiss={onClose}
    >
      <FormField label={texts.version} constraintText={texts.versionHint}>
        <Input value={version} onChange={({ detail }) => setVersion(detail.value)} autoFocus autoComplete={false} />
      </FormField>
      <FormField label={texts.about}>
        <Input value={description} onChange={({ detail }) => setDescription(detail.value)} />
      </FormField>
      <FormField label={texts.stage} description={texts.publishHint}>
        <Select
          selectedOption={options.find(({ value }) => value === stageName) ?? null}
          onChange={({ detail }) => setStageName(detail.selectedOption.value ?? '')}
          options={options}
          {...manyOptions(texts.stage, options.length)}
          statusType={stages.isPending ? 'loading' : 'finished'}
          loadingText={parts.loading}
        />
      </FormField>
    </Dialog>
  );
}
