import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import { replacements } from '../../../data/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { useQueryParam } from '../../../routing/index.ts';
import { stages } from '../../../texts/en/stages.ts';
import { FlushCache } from './flush-cache.tsx';
import type { StageProps } from './stage-props.ts';
import { useUpdateStage } from './use-update-stage.ts';

const texts = stages.cache;
const PATHS = { cacheClusterEnabled: '/cacheClusterEnabled', cacheClusterSize: '/cacheClusterSize' } as const;
/** GB (API reference, `CacheClusterSize`). */
const SIZES = ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'];

/** Whether the stage keeps responses, and room for how many. */
export function CacheForm({ apiId, stage }: StageProps): JSX.Element {
  const { cacheClusterEnabled = false, cacheClusterSize = '0.5', cacheClusterStatus = 'NOT_AVAILABLE' } = stage;
  const saved = { cacheClusterEnabled, cacheClusterSize };
  const draft = useDraft(saved);
  const update = useUpdateStage({ apiId, stage });
  const [dialog, setDialog] = useQueryParam('dialog');
  const options = SIZES.map((value) => ({ value, label: texts.sizeOption(value) }));
  return (
    <>
      <EditForm
        title={texts.title}
        description={texts.hint}
        actions={
          <Button formAction="none" disabled={!cacheClusterEnabled} onClick={() => setDialog('flush')}>
            {texts.flush}
          </Button>
        }
        isChanged={draft.isChanged}
        isRunning={update.isRunning}
        error={update.error}
        onSave={() => update.run(replacements(saved, draft.value, PATHS), texts.done, draft.reset)}
        onDiscard={draft.reset}
      >
        <FormField label={texts.status}>
          <StatusIndicator type={cacheClusterStatus === 'AVAILABLE' ? 'success' : 'stopped'}>
            {texts.statuses[cacheClusterStatus] ?? cacheClusterStatus}
          </StatusIndicator>
        </FormField>
        <Toggle
          checked={draft.value.cacheClusterEnabled}
          onChange={({ detail }) => draft.set({ cacheClusterEnabled: detail.checked })}
        >
          {texts.enabled}
        </Toggle>
        {draft.value.cacheClusterEnabled && (
          <FormField label={texts.size}>
            <Select
              options={options}
              selectedOption={options.find(({ value }) => value === draft.value.cacheClusterSize) ?? null}
              onChange={({ detail }) => draft.set({ cacheClusterSize: detail.selectedOption.value ?? '' })}
            />
          </FormField>
        )}
      </EditForm>
      {dialog === 'flush' && (
        <FlushCache apiId={apiId} stageName={stage.stageName ?? ''} onClose={() => setDialog('')} />
      )}
    </>
  );
}
