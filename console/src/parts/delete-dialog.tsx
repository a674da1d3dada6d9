import type { JSX, ReactNode } from 'react';
import type { Action } from '../data/index.ts';
import { useNotify } from '../page/index.ts';
import { ConfirmDelete } from './confirm-delete.tsx';

interface Props<I, O> {
  readonly texts: DeleteTexts;
  /** What is typed to confirm, and what the notification names. */
  readonly name: string;
  /** Deletes it: `useAction('apigateway', 'deleteStage')`. */
  readonly action: Action<I, O>;
  /** Only the action says what it takes; an input inferred from both would lack what was forgotten. */
  readonly input: NoInfer<I>;
  onClose(): void;
  /** Unless told otherwise, it closes. */
  readonly onDeleted?: (() => void) | undefined;
}

interface DeleteTexts {
  /** `Delete API`. */
  readonly title: string;
  /** What will be gone, and for whom. */
  readonly consequence: ReactNode;
  readonly done: string | ((name: string) => string);
}

/** Deletes by one action what is confirmed by its name, and tells so. Mounted while it is open. */
export function DeleteDialog<I, O>(props: Props<I, O>): JSX.Element {
  const { texts, name, action, input, onClose, onDeleted = onClose } = props;
  const { title, consequence, done } = texts;
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={title}
      name={name}
      consequence={consequence}
      isRunning={action.isRunning}
      error={action.error}
      onDismiss={onClose}
      onConfirm={() =>
        action.run(input, () => {
          notify({ type: 'success', content: typeof done === 'string' ? done : done(name) });
          onDeleted();
        })
      }
    />
  );
}
