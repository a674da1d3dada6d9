import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
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
  return (
    <DeleteDialog
      texts={texts}
      name={deploymentId}
      action={remove}
      input={{ ApiId: apiId, DeploymentId: deploymentId }}
      onClose={onClose}
    />
  );
}
