import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
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
  return (
    <DeleteDialog
      texts={texts}
      name={stageName}
      action={remove}
      input={{ ApiId: apiId, StageName: stageName }}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}
