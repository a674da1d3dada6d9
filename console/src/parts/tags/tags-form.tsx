import type { JSX } from 'react';
import { useNotify } from '../../page/index.ts';
import { parts } from '../../texts/en/parts.ts';
import { EditForm } from '../edit-form.tsx';
import { areWhole, type Pair, PairEditor, pairsOf } from '../pair-editor.tsx';
import { useDraft } from '../use-draft.ts';
import type { Tags } from './services.ts';

const texts = parts.tags;

/** What is to be done to make tags others. */
export interface TagChanges {
  /** Keys that go. */
  readonly removed: string[];
  /** New ones, and those that have another value. */
  readonly set: Tags;
}

interface Props {
  readonly saved: Tags;
  readonly isRunning: boolean;
  readonly error: Error | null;
  onSave(changes: TagChanges, onDone: () => void): void;
}

/** Tags of anything, edited in place. For what an ARN leads to, `ResourceTags` also reads and saves them. */
export function TagsForm({ saved, isRunning, error, onSave }: Props): JSX.Element {
  // With the tags as they were when editing began: one that comes meanwhile is not one that was taken away here.
  const draft = useDraft({ pairs: pairsOf(saved), before: saved });
  const notify = useNotify();
  const { pairs, before } = draft.value;
  return (
    <EditForm
      title={texts.title}
      description={texts.hint}
      canDiscard={draft.isChanged}
      isChanged={draft.isChanged && areWhole(pairs)}
      isRunning={isRunning}
      error={error}
      onSave={() =>
        onSave(changesOf(before, saved, pairs), () => {
          notify({ type: 'success', content: texts.done });
          draft.reset();
        })
      }
      onDiscard={draft.reset}
    >
      <PairEditor texts={texts.pairs} pairs={pairs} onChange={(changed) => draft.set({ pairs: changed, before })} />
    </EditForm>
  );
}

function changesOf(before: Tags, saved: Tags, pairs: readonly Pair[]): TagChanges {
  const kept = new Set(pairs.map(({ key }) => key));
  const set = pairs.filter(({ key, value }) => before[key] !== value);
  return {
    removed: Object.keys(before).filter((key) => !kept.has(key) && Object.hasOwn(saved, key)),
    set: Object.fromEntries(set.map(({ key, value }) => [key, value])),
  };
}
