import type { JSX } from 'react';
import { useNotify } from '../../../page/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { functionSettings } from '../../../texts/en/function-settings.ts';
import type { Configuration } from '../use-functions.ts';
import { useUpdateConfiguration } from './use-update-configuration.ts';

const texts = functionSettings.deadLetter;

/** Where events go that are given up. */
export function DeadLetterForm({ configuration }: { readonly configuration: Configuration }): JSX.Element {
  const draft = useDraft({ target: configuration.DeadLetterConfig?.TargetArn ?? '' });
  const update = useUpdateConfiguration(configuration);
  const notify = useNotify();
  return (
    <EditForm
      title={texts.title}
      description={texts.hint}
      isChanged={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onSave={() =>
        update.run({ DeadLetterConfig: { TargetArn: draft.value.target.trim() } }, () => {
          notify({ type: 'success', content: functionSettings.saved });
          draft.reset();
        })
      }
      onDiscard={draft.reset}
    >
      <TextField
        label={texts.target}
        constraint={texts.constraint}
        value={draft.value.target}
        onChange={(target) => draft.set({ target })}
      />
    </EditForm>
  );
}
