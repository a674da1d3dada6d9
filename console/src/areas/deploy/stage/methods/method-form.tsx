import type { JSX } from 'react';
import { EditForm } from '../../../../parts/edit-form.tsx';
import { useDraft } from '../../../../parts/use-draft.ts';
import { stages } from '../../../../texts/en/stages.ts';
import type { StageProps } from '../stage-props.ts';
import { useUpdateStage } from '../use-update-stage.ts';
import { CachingFields } from './caching-fields.tsx';
import { draftOf, settingPatches } from './draft-of-setting.ts';
import { LoggingFields } from './logging-fields.tsx';
import { ALL, methodOf, settingOf } from './setting.ts';
import { ThrottlingFields } from './throttling-fields.tsx';

const texts = stages.methods;

/** The settings under one key. */
export function MethodForm({ settingKey, ...props }: StageProps & { readonly settingKey: string }): JSX.Element {
  const saved = settingOf(props.stage, settingKey);
  const draft = useDraft(draftOf(saved));
  const update = useUpdateStage(props);
  return (
    <EditForm
      title={settingKey === ALL ? texts.editAll : texts.edit(methodOf(settingKey))}
      isChanged={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onSave={() => update.run(settingPatches(saved, draft.value, settingKey), texts.done, draft.reset)}
      onDiscard={draft.reset}
    >
      <LoggingFields draft={draft} />
      <ThrottlingFields draft={draft} />
      <CachingFields draft={draft} hasCache={props.stage.cacheClusterEnabled === true} />
    </EditForm>
  );
}
