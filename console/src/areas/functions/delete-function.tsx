import type { JSX } from 'react';
import { useAction } from '../../data/index.ts';
import { useNotify } from '../../page/index.ts';
import { ConfirmDelete } from '../../parts/confirm-delete.tsx';
import { functions } from '../../texts/en/functions.ts';
import { useCodeDraft } from './code/use-code-draft.ts';

const texts = functions.delete;

interface Props {
  readonly name: string;
  onClose(): void;
  /** Where the page is the function's own. */
  onDeleted?(): void;
}

/** Deletes a function with all its versions. */
export function DeleteFunction({ name, onClose, onDeleted = onClose }: Props): JSX.Element {
  const remove = useAction('lambda', 'deleteFunction');
  const { discard } = useCodeDraft(name, '');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.title}
      name={name}
      consequence={texts.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ FunctionName: name }, () => {
          notify({ type: 'success', content: texts.done(name) });
          // Another function of this name is not to begin with it.
          discard();
          onDeleted();
        })
      }
    />
  );
}
