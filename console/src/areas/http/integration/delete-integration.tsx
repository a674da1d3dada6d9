import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { http } from '../../../texts/en/http.ts';
import { integrationName } from '../integration-name.ts';
import type { IntegrationProps } from './integration-props.ts';

const texts = http.integration.delete;

interface Props extends IntegrationProps {
  onClose(): void;
  onDeleted(): void;
}

/** Deletes an integration to which no route leads. */
export function DeleteIntegration({ apiId, integration, onClose, onDeleted }: Props): JSX.Element {
  const { IntegrationId = '' } = integration;
  const remove = useAction('apigatewayv2', 'deleteIntegration');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.title}
      name={IntegrationId}
      consequence={texts.consequence(integrationName(integration))}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ ApiId: apiId, IntegrationId }, () => {
          notify({ type: 'success', content: texts.done });
          onDeleted();
        })
      }
    />
  );
}
