import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { httpStages } from '../../../texts/en/http-stages.ts';

const texts = httpStages.deployments.delete;

interface Props {
  readonly apiId: string;
  readonly deploymentId: string;
  onClose(): void;
}

/** Deletes a deployment that no stage serves. */
export function DeleteDeployment({ apiId, deploymentId, onClose }: Props): JSX.Element {
  const remove = useAction('apigatewayv2', 'deleteDeployment');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.title}
      name={deploymentId}
      consequence={texts.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ ApiId: apiId, DeploymentId: deploymentId }, () => {
          notify({ type: 'success', content: texts.done(deploymentId) });
          onClose();
        })
      }
    />
  );
}
