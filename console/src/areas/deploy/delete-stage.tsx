import type { JSX } from 'react';
import { useAction } from '../../data/index.ts';
import { useNotify } from '../../page/index.ts';
import { ConfirmDelete } from '../../parts/confirm-delete.tsx';
import { stages } from '../../texts/en/stages.ts';

interface Props {
  readonly apiId: string;
  readonly stageName: string;
  onClose(): void;
  onDeleted?(): void;
}

const texts = stages.delete;

/** Deletes a stage; its deployments stay. */
export function DeleteStage({ apiId, stageName, onClose, onDeleted }: Props): JSX.Element {
  const remove = useAction('apigateway', 'deleteStage');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.title}
      name={stageName}
      consequence={texts.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ restApiId: apiId, stageName }, () => {
          notify({ type: 'success', content: texts.done(stageName) });
          onClose();
          onDeleted?.();
        })
      }
    />
  );
}
