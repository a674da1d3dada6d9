import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import { type JSX, useState } from 'react';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useHref } from '../../../routing/index.ts';
import { http } from '../../../texts/en/http.ts';
import { IntegrationField } from '../integration-field.tsx';
import { integrationIdOf, integrationName } from '../integration-name.ts';
import { type Integration, useIntegrations } from '../use-http-api.ts';
import type { RouteProps } from './route-props.ts';
import { useUpdateRoute } from './use-update-route.ts';

const texts = http.route.integration;

/** What answers a route's requests. */
export function IntegrationBox(props: RouteProps): JSX.Element {
  const { apiId, route } = props;
  const integrations = useIntegrations(apiId);
  const id = integrationIdOf(route.Target);
  return (
    <EditableBox
      title={texts.title}
      description={texts.description}
      form={(close) => <AttachForm {...props} onClose={close} />}
    >
      {id === '' ? (
        <NoIntegration {...props} />
      ) : (
        <QueryState query={integrations}>
          {(list) => <Attached apiId={apiId} integration={list.find(({ IntegrationId }) => IntegrationId === id)} />}
        </QueryState>
      )}
    </EditableBox>
  );
}

function NoIntegration({ apiId, route }: RouteProps): JSX.Element {
  const href = useHref();
  const create = href(`/apis/${apiId}/integrations/create?route=${route.RouteId}`);
  return (
    <EmptyState
      title={texts.empty.title}
      text={texts.empty.text}
      action={<Button href={create}>{texts.create}</Button>}
    />
  );
}

interface AttachedProps {
  readonly apiId: string;
  readonly integration: Integration | undefined;
}

function Attached({ apiId, integration }: AttachedProps): JSX.Element {
  const href = useHref();
  if (!integration) return <EmptyState title={texts.gone.title} text={texts.gone.text} />;
  const { IntegrationId, IntegrationType = '', PayloadFormatVersion, TimeoutInMillis, Description } = integration;
  return (
    <KeyValues
      pairs={[
        [
          texts.target,
          <Link key="target" href={href(`/apis/${apiId}/integrations/${IntegrationId}`)}>
            {integrationName(integration)}
          </Link>,
        ],
        [http.integration.type, http.integration.types[IntegrationType] ?? IntegrationType],
        [http.integration.payload, PayloadFormatVersion],
        [http.integration.timeout, TimeoutInMillis === undefined ? undefined : http.milliseconds(TimeoutInMillis)],
        [http.description, Description],
      ]}
    />
  );
}

function AttachForm({ onClose, ...props }: RouteProps & { onClose(): void }): JSX.Element {
  const attached = integrationIdOf(props.route.Target);
  const [id, setId] = useState(attached);
  const update = useUpdateRoute(props);
  return (
    <SaveForm
      canSave={id !== attached}
      isRunning={update.isRunning}
      error={update.error}
      onSave={() => update.run({ Target: id === '' ? '' : `integrations/${id}` }, onClose)}
      onCancel={onClose}
    >
      <IntegrationField apiId={props.apiId} value={id} onChange={setId} />
    </SaveForm>
  );
}
