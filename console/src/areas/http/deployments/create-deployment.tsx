import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type JSX, useState } from 'react';
import { type Read, useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ChoiceField } from '../../../parts/choice-field.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { useNavigate, useQueryParam } from '../../../routing/index.ts';
import { http } from '../../../texts/en/http.ts';
import { httpStages } from '../../../texts/en/http-stages.ts';
import type { Stage } from '../use-http-api.ts';

const texts = httpStages.deploy;

interface Props {
  readonly apiId: string;
  readonly stages: Read<readonly Stage[]>;
  onClose(): void;
}

/** Freezes the API as it is now, for a stage that does not do so by itself, or for none yet. */
export function CreateDeployment({ apiId, stages, onClose }: Props): JSX.Element {
  const create = useAction('apigatewayv2', 'createDeployment');
  const navigate = useNavigate();
  const notify = useNotify();
  const [stage, setStage] = useQueryParam('stage');
  const [Description, setDescription] = useState('');
  const manual = (stages.data ?? []).filter(({ AutoDeploy }) => !AutoDeploy);
  const submit = (): void =>
    create.run(
      { ApiId: apiId, ...(stage !== '' && { StageName: stage }), ...(Description !== '' && { Description }) },
      ({ DeploymentId = '' }) => {
        notify({ type: 'success', content: stage === '' ? texts.done(DeploymentId) : texts.doneTo(stage) });
        // Away from the dialog and the stage that it is for.
        navigate(`/apis/${apiId}/deployments`, { replace: true });
      },
    );
  return (
    <Dialog
      title={texts.title}
      action={http.deploy}
      isRunning={create.isRunning}
      error={create.error}
      onSubmit={submit}
      onDismiss={onClose}
    >
      <ChoiceField
        label={texts.stage}
        hint={texts.stageHint}
        none={texts.noStage}
        query={stages}
        options={manual.map(({ StageName = '', Description: about }) => ({
          value: StageName,
          label: StageName,
          ...(about !== undefined && { description: about }),
        }))}
        selected={stage}
        onSelect={setStage}
      />
      <FormField label={http.descriptionField}>
        <Input value={Description} onChange={({ detail }) => setDescription(detail.value)} autoComplete={false} />
      </FormField>
    </Dialog>
  );
}
