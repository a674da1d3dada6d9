import type { JSX } from 'react';
import { EditForm } from '../../../parts/edit-form.tsx';
import { areWhole, PairEditor, pairsOf, recordOf } from '../../../parts/pair-editor.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { httpStages } from '../../../texts/en/http-stages.ts';
import { stages } from '../../../texts/en/stages.ts';
import { mapChange } from '../map-change.ts';
import type { StageProps } from './stage-props.ts';
import { useUpdateStage } from './use-update-stage.ts';

/** Values that differ from stage to stage. */
export function VariablesForm(props: StageProps): JSX.Element {
  const { StageVariables = {} } = props.stage;
  const draft = useDraft({ pairs: pairsOf(StageVariables), before: StageVariables });
  const update = useUpdateStage(props);
  const { pairs, before } = draft.value;
  const save = (): void =>
    update.run({ StageVariables: mapChange(before, recordOf(pairs)) }, stages.variables.done, draft.reset);
  return (
    <EditForm
      title={stages.variables.title}
      description={httpStages.variables.hint}
      canDiscard={draft.isChanged}
      isChanged={draft.isChanged && areWhole(pairs)}
      isRunning={update.isRunning}
      error={update.error}
      onSave={save}
      onDiscard={draft.reset}
    >
      <PairEditor
        texts={stages.variables.pairs}
        pairs={pairs}
        // With what was there when editing began: what comes meanwhile is not what was taken away here.
        onChange={(changed) => draft.set({ pairs: changed, before })}
      />
    </EditForm>
  );
}
