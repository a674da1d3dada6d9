import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { manyOptions } from '../../../parts/many-options.ts';
import { documentation } from '../../../texts/en/documentation.ts';
import { parts } from '../../../texts/en/parts.ts';
import { useStageNames, type Version } from './use-versions.ts';

const texts = documentation.versions;

interface Props {
  readonly apiId: string;
  readonly version: Version;
  onClose(): void;
}

/** Gives a stage a version in place of the one that it has. */
export function PublishVersion({ apiId, version: { name }, onClose }: Props): JSX.Element {
  const update = useAction('apigateway', 'updateStage');
  const stages = useStageNames(apiId);
  const notify = useNotify();
  const [stageName, setStageName] = useState('');
  const patchOperations = [{ op: 'replace', path: '/documentationVersion', value: name } as const];
  return (
    <Dialog
      title={texts.publishTitle(name)}
      action={texts.publish}
      isReady={stageName !== ''}
      isRunning={update.isRunning}
      error={update.error ?? stages.error}
      onSubmit={() =>
        update.run({ restApiId: apiId, stageName, patchOperations }, () => {
          notify({ type: 'success', content: texts.published(name, stageName) });
          onClose();
        })
      }
      onDismiss={onClose}
    >
      <FormField label={texts.publishStage} description={texts.publishHint}>
        <Select
          selectedOption={stageName === '' ? null : { value: stageName }}
          onChange={({ detail }) => setStageName(detail.selectedOption.value ?? '')}
          options={(stages.data ?? []).map((value) => ({ value }))}
          {...manyOptions(texts.publishStage, stages.data?.length ?? 0)}
          placeholder={texts.chooseStage}
          empty={texts.noStages}
          statusType={stages.isPending ? 'loading' : 'finished'}
          loadingText={parts.loading}
        />
      </FormField>
    </Dialog>
  );
}
