import type { JSX } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { areWhole, type Pair, PairEditor, pairsOf } from '../../../parts/pair-editor.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { useAws } from '../../../session/index.ts';
import { stages } from '../../../texts/en/stages.ts';
import type { StageProps } from './stage-props.ts';

const texts = stages.tags;

/** A stage's tags. */
export function TagsForm({ apiId, stage }: StageProps): JSX.Element {
  const { tags = {}, stageName = '' } = stage;
  const draft = useDraft({ pairs: pairsOf(tags) });
  const save = useTagging(apiId, stageName, tags);
  const notify = useNotify();
  const { pairs } = draft.value;
  return (
    <EditForm
      title={texts.title}
      description={texts.hint}
      canDiscard={draft.isChanged}
      isChanged={draft.isChanged && areWhole(pairs)}
      isRunning={save.isRunning}
      error={save.error}
      onSave={() =>
        save.run(pairs, () => {
          notify({ type: 'success', content: texts.done });
          draft.reset();
        })
      }
      onDiscard={draft.reset}
    >
      <PairEditor texts={texts.pairs} pairs={pairs} onChange={(changed) => draft.set({ pairs: changed })} />
    </EditForm>
  );
}

/** First what is gone, then what is new: so a full set can be changed. */
function useTagging(apiId: string, stageName: string, saved: Readonly<Record<string, string>>) {
  const aws = useAws();
  return useSteps('apigateway', async (pairs: readonly Pair[]) => {
    const resourceArn = `arn:aws:apigateway:${aws.region}::/restapis/${apiId}/stages/${stageName}`;
    const gone = Object.keys(saved).filter((key) => !pairs.some((pair) => pair.key === key));
    const set = pairs.filter(({ key, value }) => saved[key] !== value);
    if (gone.length > 0) await aws.call('apigateway', 'untagResource', { resourceArn, tagKeys: gone });
    if (set.length === 0) return;
    const tags = Object.fromEntries(set.map(({ key, value }) => [key, value]));
    await aws.call('apigateway', 'tagResource', { resourceArn, tags });
  });
}
