import type { JSX } from 'react';
import { useAction } from '../../data/index.ts';
import { DeleteDialog } from '../../parts/delete-dialog.tsx';
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
  return (
    <DeleteDialog
      texts={texts}
      name={stageName}
      action={remove}
      input={{ restApiId: apiId, stageName }}
      onClose={onClose}
      onDeleted={() => {
        onClose();
        onDeleted?.();
      }}
    />
  );
}
