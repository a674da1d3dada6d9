import type { JSX } from 'react';
import { useAction } from '../../data/index.ts';
import { DeleteDialog } from '../../parts/delete-dialog.tsx';
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
  return (
    <DeleteDialog
      texts={texts}
      name={name}
      action={remove}
      input={{ FunctionName: name }}
      onClose={onClose}
      onDeleted={() => {
        // Another function of this name is not to begin with it.
        discard();
        onDeleted();
      }}
    />
  );
}
