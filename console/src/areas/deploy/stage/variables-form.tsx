import type { JSX } from 'react';
import { mapPatches } from '../../../data/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { areWhole, PairEditor, pairsOf, recordOf } from '../../../parts/pair-editor.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { stages } from '../../../texts/en/stages.ts';
import type { StageProps } from './stage-props.ts';
import { useUpdateStage } from './use-update-stage.ts';

const texts = stages.variables;

/** Values that differ from stage to stage. */
export function VariablesForm(props: StageProps): JSX.Element {
  const { variables = {} } = props.stage;
  const draft = useDraft({ pairs: pairsOf(variables) });
  const update = useUpdateStage(props);
  const { pairs } = draft.value;
  return (
    <EditForm
      title={texts.title}
      description={texts.hint}
      canDiscard={draft.isChanged}
      isChanged={draft.isChanged && areWhole(pairs)}
      isRunning={update.isRunning}
      error={update.error}
      onSave={() =>
        update.run(mapPatches('/variables', variables, recordOf(pairs), 'replace'), texts.done, draft.reset)
      }
      onDiscard={draft.reset}
    >
      <PairEditor texts={texts.pairs} pairs={pairs} onChange={(changed) => draft.set({ pairs: changed })} />
    </EditForm>
  );
}
