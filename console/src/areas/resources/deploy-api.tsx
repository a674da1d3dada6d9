import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction, useCall } from '../../data/index.ts';
import { useNotify } from '../../page/index.ts';
import { ErrorAlert } from '../../parts/error-alert.tsx';
import { resources as texts } from '../../texts/en/resources.ts';

const NEW_STAGE = '';

interface Props {
  readonly apiId: string;
  onClose(): void;
}

/** Freezes the API as it is now and lets a stage serve it. */
export function DeployApi({ apiId, onClose }: Props): JSX.Element {
  const stages = useCall('apigateway', 'getStages', { restApiId: apiId });
  const deploy = useAction('apigateway', 'createDeployment');
  const notify = useNotify();
  const [stage, setStage] = useState<string>();
  const [newStage, setNewStage] = useState('');
  const [description, setDescription] = useState('');
  const names = (stages.data?.item ?? []).map(({ stageName = '' }) => stageName);
  const chosen = stage ?? names[0] ?? NEW_STAGE;
  const stageName = chosen === NEW_STAGE ? newStage : chosen;
  const options = [
    ...names.map((name) => ({ value: name, label: name })),
    { value: NEW_STAGE, label: texts.deploy.newStage },
  ];
  return (
    <Modal
      visible
      header={texts.deploy.title}
      onDismiss={onClose}
      closeAriaLabel={texts.close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button
              variant="primary"
              loading={deploy.isRunning}
              disabled={stageName === ''}
              onClick={() =>
                deploy.run({ restApiId: apiId, stageName, ...(description !== '' && { description }) }, () => {
                  notify({ type: 'success', content: texts.deploy.done(stageName) });
                  onClose();
                })
              }
            >
              {texts.deploy.submit}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="l">
        <Box variant="p">{texts.deploy.description}</Box>
        <FormField label={texts.deploy.stage}>
          <Select
            selectedOption={options.find(({ value }) => value === chosen) ?? null}
            onChange={({ detail }) => setStage(detail.selectedOption.value ?? NEW_STAGE)}
            options={options}
            statusType={stages.isPending ? 'loading' : 'finished'}
          />
        </FormField>
        {chosen === NEW_STAGE && (
          <FormField label={texts.deploy.stageName}>
            <Input value={newStage} onChange={({ detail }) => setNewStage(detail.value)} spellcheck={false} />
          </FormField>
        )}
        <FormField label={texts.deploy.descriptionField}>
          <Input value={description} onChange={({ detail }) => setDescription(detail.value)} />
        </FormField>
        {deploy.error && <ErrorAlert error={deploy.error} />}
      </SpaceBetween>
    </Modal>
  );
}
