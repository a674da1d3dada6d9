import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormEvent, type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { deploy } from '../../../texts/en/deploy.ts';
import { parts } from '../../../texts/en/parts.ts';
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
  const href = useHref();
  const create = useAction('apigateway', 'createDeployment');
  const [asked, choose] = useQueryParam('stage');
  const chosen = stages.some(({ stageName }) => stageName === asked) || asked === NEW_STAGE ? asked : firstOf(stages);
  const [newName, setNewName] = useState('');
  const [description, setDescription] = useState('');
  const stage = stages.find(({ stageName }) => stageName === chosen);
  const stageName = stage?.stageName ?? newName;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (stageName === '' || create.isRunning) return;
    create.run(deploymentInput(apiId, stageName, description, stage), () => onDeployed(stageName));
  };
  return (
    <form onSubmit={submit}>
      <Form
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="link" href={href(`/apis/${apiId}/resources`)}>
              {parts.cancel}
            </Button>
            <Button variant="primary" disabled={stageName === ''} loading={create.isRunning}>
              {texts.action}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
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
              {create.error && <ErrorAlert error={create.error} />}
            </SpaceBetween>
          </Container>
          <Container>{stage ? <Changes apiId={apiId} from={servedBy(stage)} to={WORKING} /> : texts.allNew}</Container>
        </SpaceBetween>
      </Form>
    </form>
  );
}

function firstOf(stages: readonly Stage[]): string {
  return stages[0]?.stageName ?? NEW_STAGE;
}

/** What the new deployment takes the place of. */
function servedBy({ deploymentId = '', canarySettings }: Stage): string {
  return canarySettings?.deploymentId ?? deploymentId;
}
