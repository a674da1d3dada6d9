import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useNavigate } from '../../../routing/index.ts';
import { stages } from '../../../texts/en/stages.ts';
import { DeploymentSelect } from '../deployment-select.tsx';
import { useDeployments } from '../use-deployments.ts';

const texts = stages.create;

/** Makes a stage for a deployment that is there. */
export function CreateStage({ apiId, onClose }: { readonly apiId: string; onClose(): void }): JSX.Element {
  const deployments = useDeployments(apiId);
  const create = useAction('apigateway', 'createStage');
  const navigate = useNavigate();
  const notify = useNotify();
  const [stageName, setName] = useState('');
  const [description, setDescription] = useState('');
  const [chosen, setDeployment] = useState<string>();
  const deploymentId = chosen ?? deployments.data?.[0]?.id ?? '';
  const submit = (): void =>
    create.run({ restApiId: apiId, stageName, deploymentId, ...(description !== '' && { description }) }, () => {
      notify({ type: 'success', content: texts.done(stageName) });
      navigate(`/apis/${apiId}/stages/${encodeURIComponent(stageName)}`);
    });
  return (
    <Dialog
      title={texts.title}
      action={texts.action}
      isReady={stageName !== '' && deploymentId !== ''}
      isRunning={create.isRunning}
      error={create.error ?? deployments.error}
      onSubmit={submit}
      onDismiss={onClose}
    >
      {deployments.data?.length === 0 && <Alert type="info">{texts.noDeployments}</Alert>}
      <FormField label={texts.name} constraintText={texts.nameHint}>
        <Input value={stageName} onChange={({ detail }) => setName(detail.value)} autoFocus autoComplete={false} />
      </FormField>
      <FormField label={texts.description}>
        <Input value={description} onChange={({ detail }) => setDescription(detail.value)} autoComplete={false} />
      </FormField>
      <DeploymentSelect
        label={texts.deployment}
        hint={texts.deploymentHint}
        deployments={deployments}
        selected={deploymentId}
        onSelect={setDeployment}
      />
    </Dialog>
  );
}
