import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Toggle from '@cloudscape-design/components/toggle';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useNavigate } from '../../../routing/index.ts';
import { http } from '../../../texts/en/http.ts';
import { httpStages } from '../../../texts/en/http-stages.ts';
import { DeploymentField } from '../deployment-field.tsx';
import { DEFAULT_STAGE } from '../use-stage-url.ts';

const texts = httpStages.create;

/** Makes a stage that deploys by itself, or serves a deployment, or nothing yet. */
export function CreateStage({ apiId, onClose }: { readonly apiId: string; onClose(): void }): JSX.Element {
  const create = useAction('apigatewayv2', 'createStage');
  const navigate = useNavigate();
  const notify = useNotify();
  const [StageName, setName] = useState('');
  const [Description, setDescription] = useState('');
  const [AutoDeploy, setAutoDeploy] = useState(true);
  const [DeploymentId, setDeployment] = useState('');
  const submit = (): void =>
    create.run(
      {
        ApiId: apiId,
        StageName,
        AutoDeploy,
        ...(Description !== '' && { Description }),
        ...(!AutoDeploy && DeploymentId !== '' && { DeploymentId }),
      },
      () => {
        notify({ type: 'success', content: texts.done(StageName) });
        navigate(`/apis/${apiId}/stages/${encodeURIComponent(StageName)}`);
      },
    );
  return (
    <Dialog
      title={texts.title}
      action={texts.button}
      isReady={StageName !== ''}
      isRunning={create.isRunning}
      error={create.error}
      onSubmit={submit}
      onDismiss={onClose}
    >
      <FormField label={texts.name} constraintText={texts.nameHint(DEFAULT_STAGE)}>
        <Input value={StageName} onChange={({ detail }) => setName(detail.value)} autoComplete={false} autoFocus />
      </FormField>
      <FormField label={http.descriptionField}>
        <Input value={Description} onChange={({ detail }) => setDescription(detail.value)} autoComplete={false} />
      </FormField>
      <Toggle
        checked={AutoDeploy}
        onChange={({ detail }) => setAutoDeploy(detail.checked)}
        description={httpStages.details.automaticHint}
      >
        {httpStages.details.automatic}
      </Toggle>
      {!AutoDeploy && <DeploymentField apiId={apiId} value={DeploymentId} onChange={setDeployment} />}
    </Dialog>
  );
}
