import type { JSX } from 'react';
import { EditForm } from '../../../parts/edit-form.tsx';
import { areWhole, PairEditor, pairsOf } from '../../../parts/pair-editor.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { httpStages } from '../../../texts/en/http-stages.ts';
import { stages } from '../../../texts/en/stages.ts';
import type { StageProps } from './stage-props.ts';
import { useUpdateStage } from './use-update-stage.ts';

/** Values that differ from stage to stage. */
export function VariablesForm(props: StageProps): JSX.Element {
  const { StageVariables = {} } = props.stage;
  const draft = useDraft({ pairs: pairsOf(StageVariables) });
  const update = useUpdateStage(props);
  const { pairs } = draft.value;
  const save = (): void => {
    // What is not named stays as it is, so what goes is set to nothing.
    const gone = Object.fromEntries(Object.keys(StageVariables).map((name) => [name, '']));
    const set = Object.fromEntries(pairs.map(({ key, value }) => [key, value]));
    update.run({ StageVariables: { ...gone, ...set } }, stages.variables.done, draft.reset);
  };
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
      <PairEditor texts={stages.variables.pairs} pairs={pairs} onChange={(changed) => draft.set({ pairs: changed })} />
    </EditForm>
  );
}
