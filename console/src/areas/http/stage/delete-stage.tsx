import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { httpStages } from '../../../texts/en/http-stages.ts';

const texts = httpStages.delete;

interface Props {
  readonly apiId: string;
  readonly stageName: string;
  onClose(): void;
  onDeleted(): void;
}

/** Deletes a stage; its deployments stay. */
export function DeleteStage({ apiId, stageName, onClose, onDeleted }: Props): JSX.Element {
  const remove = useAction('apigatewayv2', 'deleteStage');
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
        remove.run({ ApiId: apiId, StageName: stageName }, () => {
          notify({ type: 'success', content: texts.done(stageName) });
          onDeleted();
        })
      }
    />
  );
}
