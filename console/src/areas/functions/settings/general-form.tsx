import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { JSX } from 'react';
import { useNotify } from '../../../page/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { functionSettings } from '../../../texts/en/function-settings.ts';
import { RUNTIMES } from '../runtimes.ts';
import type { Configuration } from '../use-functions.ts';
import { useUpdateConfiguration } from './use-update-configuration.ts';

const texts = functionSettings.general;

/** Description, runtime, memory, time. */
export function GeneralForm({ configuration }: { readonly configuration: Configuration }): JSX.Element {
  const { Description = '', Runtime = '', Handler = '', MemorySize, Timeout, EphemeralStorage } = configuration;
  const draft = useDraft({
    description: Description,
    runtime: Runtime as string,
    handler: Handler,
    memory: String(MemorySize ?? ''),
    timeout: String(Timeout ?? ''),
    storage: String(EphemeralStorage?.Size ?? ''),
  });
  const update = useUpdateConfiguration(configuration);
  const notify = useNotify();
  const { description, runtime, handler, memory, timeout, storage } = draft.value;
  const save = (): void =>
    update.run(
      {
        Description: description,
        Runtime: runtime as NonNullable<Configuration['Runtime']>,
        Handler: handler.trim(),
        MemorySize: Number(memory),
        Timeout: Number(timeout),
        EphemeralStorage: { Size: Number(storage) },
      },
      () => {
        notify({ type: 'success', content: functionSettings.saved });
        draft.reset();
      },
    );
  return (
    <EditForm
      title={texts.title}
      isChanged={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onSave={save}
      onDiscard={draft.reset}
    >
      <TextField
        label={texts.description}
        value={description}
        onChange={(value) => draft.set({ description: value })}
      />
      <ColumnLayout columns={2}>
        <FormField label={texts.runtime}>
          <Select
            selectedOption={{ value: runtime }}
            onChange={({ detail }) => draft.set({ runtime: detail.selectedOption.value ?? runtime })}
            options={[...new Set<string>([Runtime, ...RUNTIMES])].map((value) => ({ value }))}
          />
        </FormField>
        <TextField label={texts.handler} value={handler} onChange={(value) => draft.set({ handler: value })} />
        <TextField
          label={texts.memory}
          constraint={texts.memoryConstraint}
          type="number"
          value={memory}
          onChange={(value) => draft.set({ memory: value })}
        />
        <TextField
          label={texts.timeout}
          constraint={texts.timeoutConstraint}
          type="number"
          value={timeout}
          onChange={(value) => draft.set({ timeout: value })}
        />
        <TextField
          label={texts.storage}
          constraint={texts.storageConstraint}
          type="number"
          value={storage}
          onChange={(value) => draft.set({ storage: value })}
        />
      </ColumnLayout>
    </EditForm>
  );
}
