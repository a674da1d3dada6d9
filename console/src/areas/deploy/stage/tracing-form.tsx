import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import { replacements } from '../../../data/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { stages } from '../../../texts/en/stages.ts';
import type { StageProps } from './stage-props.ts';
import { useUpdateStage } from './use-update-stage.ts';

const texts = stages.logs;

/** Whether the stage's requests are traced. */
export function TracingForm(props: StageProps): JSX.Element {
  const saved = { tracingEnabled: props.stage.tracingEnabled ?? false };
  const draft = useDraft(saved);
  const update = useUpdateStage(props);
  return (
    <EditForm
      title={texts.tracing}
      description={texts.tracingHint}
      isChanged={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onSave={() =>
        update.run(
          replacements(saved, draft.value, { tracingEnabled: '/tracingEnabled' }),
          texts.tracingDone,
          draft.reset,
        )
      }
      onDiscard={draft.reset}
    >
      <Toggle
        checked={draft.value.tracingEnabled}
        onChange={({ detail }) => draft.set({ tracingEnabled: detail.checked })}
      >
        {texts.tracingOn}
      </Toggle>
    </EditForm>
  );
}
