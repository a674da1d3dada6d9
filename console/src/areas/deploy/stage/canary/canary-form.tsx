import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import { EditForm } from '../../../../parts/edit-form.tsx';
import { areWhole, PairEditor } from '../../../../parts/pair-editor.tsx';
import { useDraft } from '../../../../parts/use-draft.ts';
import { useQueryParam } from '../../../../routing/index.ts';
import { deploy } from '../../../../texts/en/deploy.ts';
import { DeploymentSelect } from '../../deployment-select.tsx';
import { useDeployments } from '../../use-deployments.ts';
import { FieldGroup } from '../field-group.tsx';
import type { StageProps } from '../stage-props.ts';
import { useUpdateStage } from '../use-update-stage.ts';
import { canaryDraft, canaryPatches } from './canary-patches.ts';
import { DeleteCanary } from './delete-canary.tsx';
import { PercentField } from './percent-field.tsx';
import { PromoteCanary } from './promote-canary.tsx';

const texts = deploy.canary;
/** What a new canary gets, unless told otherwise. */
const FIRST_PERCENT = '10';

/** @param onCancel of a canary that does not exist yet */
export function CanaryForm({ onCancel, ...props }: StageProps & { onCancel?(): void }): JSX.Element {
  const { apiId, stage } = props;
  const { variables = {} } = stage;
  const isNew = !stage.canarySettings;
  const saved = canaryDraft(stage);
  const draft = useDraft(isNew ? { ...saved, percent: FIRST_PERCENT } : saved);
  const deployments = useDeployments(apiId);
  const update = useUpdateStage(props);
  const [dialog, setDialog] = useQueryParam('dialog');
  const { percent, deploymentId, useStageCache, overrides } = draft.value;
  return (
    <>
      <EditForm
        title={texts.settings}
        description={isNew ? texts.newHint : texts.settingsHint}
        actions={
          !isNew && (
            <SpaceBetween direction="horizontal" size="xs">
              <Button formAction="none" onClick={() => setDialog('delete-canary')}>
                {texts.delete}
              </Button>
              <Button formAction="none" onClick={() => setDialog('promote-canary')}>
                {texts.promote}
              </Button>
            </SpaceBetween>
          )
        }
        canDiscard={isNew || draft.isChanged}
        isChanged={(isNew || draft.isChanged) && areWhole(overrides)}
        isRunning={update.isRunning}
        error={update.error}
        onSave={() => update.run(canaryPatches(stage, draft.value), isNew ? texts.created : texts.saved, draft.reset)}
        onDiscard={onCancel ?? draft.reset}
      >
        <PercentField percent={percent} onChange={(value) => draft.set({ percent: value })} />
        <DeploymentSelect
          label={texts.deployment}
          deployments={deployments}
          selected={deploymentId}
          onSelect={(id) => draft.set({ deploymentId: id })}
        />
        {stage.cacheClusterEnabled && (
          <Toggle checked={useStageCache} onChange={({ detail }) => draft.set({ useStageCache: detail.checked })}>
            {texts.useCache}
          </Toggle>
        )}
        <FieldGroup title={texts.overrides} hint={texts.overridesHint}>
          <PairEditor
            texts={texts.pairs}
            pairs={overrides}
            note={(key) => (Object.hasOwn(variables, key) ? texts.stageValue(variables[key] ?? '') : undefined)}
            onChange={(pairs) => draft.set({ overrides: pairs })}
          />
        </FieldGroup>
      </EditForm>
      {dialog === 'promote-canary' && <PromoteCanary {...props} onClose={() => setDialog('')} />}
      {dialog === 'delete-canary' && <DeleteCanary {...props} onClose={() => setDialog('')} />}
    </>
  );
}
