import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useNavigate, useQueryParam } from '../../../routing/index.ts';
import { deploy } from '../../../texts/en/deploy.ts';
import { Changes } from '../diff/changes.tsx';
import { WORKING } from '../diff/use-diff.ts';
import type { Stage } from '../use-stages.ts';
import { deploymentInput } from './deployment-input.ts';
import { NEW_STAGE, StageField } from './stage-field.tsx';

const texts = deploy.deploy;

interface Props {
  readonly apiId: string;
  readonly stages: readonly Stage[];
  onDeployed(stageName: string): void;
}

export function DeployForm({ apiId, stages, onDeployed }: Props): JSX.Element {
  const navigate = useNavigate();
  const create = useAction('apigateway', 'createDeployment');
  const [asked, choose] = useQueryParam('stage');
  const chosen = stages.some(({ stageName }) => stageName === asked) || asked === NEW_STAGE ? asked : firstOf(stages);
  const [newName, setNewName] = useState('');
  const [description, setDescription] = useState('');
  const stage = stages.find(({ stageName }) => stageName === chosen);
  const stageName = stage?.stageName ?? newName;
  return (
    <SaveForm
      saveText={texts.action}
      canSave={stageName !== ''}
      isRunning={create.isRunning}
      error={create.error}
      onSave={() => create.run(deploymentInput(apiId, stageName, description, stage), () => onDeployed(stageName))}
      onCancel={() => navigate(`/apis/${apiId}/resources`)}
    >
      <Container>
        <SpaceBetween size="l">
          <StageField stages={stages} selected={chosen} onSelect={choose} />
          {!stage && (
            <FormField label={texts.newName} constraintText={texts.newNameHint}>
              <Input value={newName} onChange={({ detail }) => setNewName(detail.value)} autoComplete={false} />
            </FormField>
          )}
          <FormField label={texts.description}>
            <Input
              value={description}
              onChange={({ detail }) => setDescription(detail.value)}
              placeholder={texts.descriptionExample}
              autoComplete={false}
            />
          </FormField>
          {stage?.canarySettings && (
            <Alert>{texts.toCanary(stageName, stage.canarySettings.percentTraffic ?? 0)}</Alert>
          )}
        </SpaceBetween>
      </Container>
      <Container>
        {stage ? (
          <Changes apiId={apiId} from={servedBy(stage)} to={WORKING} none={texts.none(stageName)} />
        ) : (
          texts.allNew
        )}
      </Container>
    </SaveForm>
  );
}

function firstOf(stages: readonly Stage[]): string {
  return stages[0]?.stageName ?? NEW_STAGE;
}

/** What the new deployment takes the place of. */
function servedBy({ deploymentId = '', canarySettings }: Stage): string {
  return canarySettings?.deploymentId ?? deploymentId;
}
