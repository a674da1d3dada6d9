import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
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
  return (
    <DeleteDialog
      texts={{ ...texts, consequence: texts.consequence(integrationName(integration)) }}
      name={IntegrationId}
      action={remove}
      input={{ ApiId: apiId, IntegrationId }}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}
