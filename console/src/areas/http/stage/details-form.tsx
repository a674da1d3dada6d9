import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import { EditForm } from '../../../parts/edit-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { http } from '../../../texts/en/http.ts';
import { httpStages } from '../../../texts/en/http-stages.ts';
import { DeploymentField } from '../deployment-field.tsx';
import type { StageProps } from './stage-props.ts';
import { useUpdateStage } from './use-update-stage.ts';

const texts = httpStages.details;

/** Description, and what the stage serves: the API as it is, or one deployment. */
export function DetailsForm(props: StageProps): JSX.Element {
  const { Description: description = '', AutoDeploy: isAutomatic = false, DeploymentId = '' } = props.stage;
  const draft = useDraft({ description, isAutomatic, deploymentId: DeploymentId });
  const update = useUpdateStage(props);
  const { value } = draft;
  const isMoved = !value.isAutomatic && value.deploymentId !== DeploymentId;
  // A stage that serves something cannot serve nothing again.
  const isPossible = !isMoved || value.deploymentId !== '';
  return (
    <EditForm
      title={texts.title}
      isChanged={draft.isChanged && isPossible}
      canDiscard={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onSave={() =>
        update.run(
          {
            Description: value.description,
            AutoDeploy: value.isAutomatic,
            ...(isMoved && { DeploymentId: value.deploymentId }),
          },
          texts.done,
          draft.reset,
        )
      }
      onDiscard={draft.reset}
    >
      <FormField label={http.descriptionField} stretch>
        <Input
          value={value.description}
          onChange={({ detail }) => draft.set({ description: detail.value })}
          autoComplete={false}
        />
      </FormField>
      <Toggle
        checked={value.isAutomatic}
        onChange={({ detail }) => draft.set({ isAutomatic: detail.checked })}
        description={texts.automaticHint}
      >
        {texts.automatic}
      </Toggle>
      {!value.isAutomatic && (
        <DeploymentField
          apiId={props.apiId}
          value={value.deploymentId}
          onChange={(deploymentId) => draft.set({ deploymentId })}
        />
      )}
    </EditForm>
  );
}
