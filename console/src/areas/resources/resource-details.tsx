import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction, useCall } from '../../data/index.ts';
import { CopyText } from '../../parts/copy-text.tsx';
import { DeleteDialog } from '../../parts/delete-dialog.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorAlert } from '../../parts/error-alert.tsx';
import { KeyValues } from '../../parts/key-values.tsx';
import { WrappedTable } from '../../parts/wrapped-table.tsx';
import { useHref, useNavigate } from '../../routing/index.ts';
import { resources as texts } from '../../texts/en/resources.ts';
import { EnableCors } from './cors/enable-cors.tsx';
import type { TreeResource } from './use-resources.ts';

interface Props {
  readonly apiId: string;
  readonly resource: TreeResource;
}

/** One resource: where it is, its methods, and what can be made of it. */
export function ResourceDetails({ apiId, resource }: Props): JSX.Element {
  const href = useHref();
  const [dialog, setDialog] = useState<'delete' | 'cors'>();
  const place = `/apis/${apiId}/resources/${resource.id}`;
  // With what each method leads to; the tree has no more than names.
  const details = useCall('apigateway', 'getResource', {
    restApiId: apiId,
    resourceId: resource.id,
    embed: ['methods'],
  });
  const methods = Object.values(details.data?.resourceMethods ?? {});
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                {resource.parentId !== undefined && (
                  <Button onClick={() => setDialog('delete')}>{texts.resource.delete}</Button>
                )}
                <Button onClick={() => setDialog('cors')}>{texts.cors.button}</Button>
              </SpaceBetween>
            }
          >
            {texts.resource.title}
          </Header>
        }
      >
        <KeyValues
          columns={2}
          pairs={[
            [texts.resource.path, <CopyText key="path" text={resource.path} />],
            [texts.resource.id, <CopyText key="id" text={resource.id} />],
          ]}
        />
      </Container>
      {details.error && <ErrorAlert error={details.error} retry={() => details.refetch()} />}
      <WrappedTable
        variant="container"
        header={
          <Header
            variant="h2"
            counter={`(${resource.methods.length})`}
            actions={<Button href={href(`${place}/create-method`)}>{texts.createMethod.button}</Button>}
          >
            {texts.resource.methods}
          </Header>
        }
        loading={details.isPending}
        items={methods}
        trackBy="httpMethod"
        columnDefinitions={[
          {
            id: 'method',
            header: texts.resource.columns.method,
            cell: ({ httpMethod = '' }) => <Link href={href(`${place}/${httpMethod}`)}>{httpMethod}</Link>,
            isRowHeader: true,
          },
          {
            id: 'integration',
            header: texts.resource.columns.integration,
            cell: ({ methodIntegration: integration }) =>
              integration?.type === undefined ? texts.none : texts.integration.types[integration.type],
          },
          {
            id: 'authorization',
            header: texts.resource.columns.authorization,
            cell: ({ authorizationType = 'NONE' }) => texts.authorization.types[authorizationType] ?? authorizationType,
          },
          {
            id: 'key',
            header: texts.resource.columns.apiKey,
            cell: ({ apiKeyRequired }) => (apiKeyRequired ? texts.required : texts.notRequired),
          },
        ]}
        empty={
          <EmptyState
            title={texts.resource.noMethods}
            text={texts.resource.noMethodsText}
            action={<Button href={href(`${place}/create-method`)}>{texts.createMethod.button}</Button>}
          />
        }
      />
      {dialog === 'delete' && <DeleteResource apiId={apiId} resource={resource} onClose={() => setDialog(undefined)} />}
      {dialog === 'cors' && <EnableCors apiId={apiId} resource={resource} onClose={() => setDialog(undefined)} />}
    </SpaceBetween>
  );
}

function DeleteResource({ apiId, resource, onClose }: Props & { onClose(): void }): JSX.Element {
  const remove = useAction('apigateway', 'deleteResource');
  const navigate = useNavigate();
  return (
    <DeleteDialog
      texts={{ title: texts.resource.deleteTitle, consequence: texts.resource.deleteConsequence, done: texts.deleted }}
      name={resource.path}
      action={remove}
      input={{ restApiId: apiId, resourceId: resource.id }}
      onClose={onClose}
      onDeleted={() => navigate(`/apis/${apiId}/resources/${resource.parentId ?? ''}`)}
    />
  );
}
