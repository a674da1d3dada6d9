import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import { changed } from '../../../data/index.ts';
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
  const { Description = '', AutoDeploy = false, DeploymentId = '' } = props.stage;
  const saved = { Description, AutoDeploy, DeploymentId };
  const draft = useDraft(saved);
  const update = useUpdateStage(props);
  // What a stage that deploys by itself serves is not chosen.
  const value = draft.value.AutoDeploy ? { ...draft.value, DeploymentId } : draft.value;
  // A stage that serves something cannot serve nothing again.
  const isPossible = value.DeploymentId === DeploymentId || value.DeploymentId !== '';
  return (
    <EditForm
      title={texts.title}
      isChanged={draft.isChanged && isPossible}
      canDiscard={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onSave={() => update.run(changed(saved, value), texts.done, draft.reset)}
      onDiscard={draft.reset}
    >
      <FormField label={http.descriptionField} stretch>
        <Input
          value={value.Description}
          onChange={({ detail }) => draft.set({ Description: detail.value })}
          autoComplete={false}
        />
      </FormField>
      <Toggle
        checked={value.AutoDeploy}
        onChange={({ detail }) => draft.set({ AutoDeploy: detail.checked })}
        description={texts.automaticHint}
      >
        {texts.automatic}
      </Toggle>
      {!value.AutoDeploy && (
        <DeploymentField
          apiId={props.apiId}
          value={value.DeploymentId}
          onChange={(chosen) => draft.set({ DeploymentId: chosen })}
        />
      )}
    </EditForm>
  );
}
