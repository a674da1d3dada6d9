import FormField from '@cloudscape-design/components/form-field';
import Slider from '@cloudscape-design/components/slider';
import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ChoiceField } from '../../../parts/choice-field.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useAws } from '../../../session/index.ts';
import { functionVersions } from '../../../texts/en/function-versions.ts';
import { parts } from '../../../texts/en/parts.ts';
import { type Alias, LATEST, useVersions } from '../use-versions.ts';
import { type AliasDraft, aliasInput, draftOf } from './alias-draft.ts';

const texts = functionVersions.aliases;

interface Props {
  readonly functionName: string;
  /** Absent for a new one. */
  readonly edited?: Alias;
  onClose(): void;
}

/** Makes or changes an alias; one that somebody has changed meanwhile stays as it is. */
export function AliasDialog({ functionName, edited, onClose }: Props): JSX.Element {
  const aws = useAws();
  const versions = useVersions(functionName);
  const [draft, setDraft] = useState<AliasDraft>(() => draftOf(edited));
  // What is typed is laid over this one, and over no later one.
  const [begun] = useState(edited);
  const notify = useNotify();
  const save = useSteps('lambda', () => {
    const input = { FunctionName: functionName, ...aliasInput(draft) };
    return begun
      ? aws.call('lambda', 'updateAlias', { ...input, RevisionId: begun.RevisionId })
      : aws.call('lambda', 'createAlias', input);
  });
  const set = (changes: Partial<AliasDraft>): void => setDraft((before) => ({ ...before, ...changes }));
  const published = (versions.data ?? []).map(({ Version = '', Description = '' }) => ({
    value: Version,
    label: Version,
    description: Description,
  }));
  return (
    <Dialog
      title={edited ? texts.edit : texts.create}
      action={parts.save}
      isReady={draft.name.trim() !== '' && draft.version !== ''}
      isRunning={save.isRunning}
      error={save.error}
      onSubmit={() =>
        save.run(undefined, () => {
          notify({ type: 'success', content: texts.saved(draft.name.trim()) });
          onClose();
        })
      }
      onDismiss={onClose}
    >
      <TextField
        label={texts.name}
        constraint={texts.nameConstraint}
        value={draft.name}
        onChange={(name) => set({ name })}
        disabled={edited !== undefined}
        autoFocus
      />
      <TextField
        label={texts.descriptionField}
        value={draft.description}
        onChange={(description) => set({ description })}
      />
      <ChoiceField
        label={texts.version}
        hint={texts.versionHint}
        none={texts.choose}
        query={versions}
        options={[{ value: LATEST, label: LATEST }, ...published]}
        selected={draft.version}
        onSelect={(version) => set({ version, ...(version === LATEST && { second: '' }) })}
      />
      {draft.version !== LATEST && (
        <ChoiceField
          label={texts.second}
          hint={texts.secondHint}
          none={texts.noSecond}
          query={versions}
          options={published.filter(({ value }) => value !== draft.version)}
          selected={draft.second}
          onSelect={(second) => set({ second })}
        />
      )}
      {draft.second !== '' && (
        <FormField label={texts.weight} constraintText={texts.weights(draft.version, draft.second, draft.percent)}>
          <Slider
            ariaLabel={texts.weight}
            min={0}
            max={100}
            value={draft.percent}
            onChange={({ detail }) => set({ percent: detail.value })}
            valueFormatter={texts.percent}
          />
        </FormField>
      )}
    </Dialog>
  );
}
