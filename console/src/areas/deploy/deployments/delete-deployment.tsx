import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { deploy } from '../../../texts/en/deploy.ts';

interface Props {
  readonly apiId: string;
  readonly deploymentId: string;
  onClose(): void;
}

const texts = deploy.deployments;

/** Deletes a deployment that no stage serves. */
export function DeleteDeployment({ apiId, deploymentId, onClose }: Props): JSX.Element {
  const remove = useAction('apigateway', 'deleteDeployment');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.delete}
      name={deploymentId}
      consequence={texts.deleteConsequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ restApiId: apiId, deploymentId }, () => {
          notify({ type: 'success', content: texts.deleted(deploymentId) });
          onClose();
        })
      }
    />
  );
}
