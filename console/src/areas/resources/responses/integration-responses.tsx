import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { NamedValues } from '../../../parts/named-values.tsx';
import { resources as texts } from '../../../texts/en/resources.ts';
import { contentHandlingName } from '../integration/content-handling-field.tsx';
import type { Method, MethodPlace } from '../method/use-method.ts';
import { DeleteResponse } from './delete-response.tsx';
import { IntegrationResponseForm } from './integration-response-form.tsx';

interface Props {
  readonly place: MethodPlace;
  readonly method: Method;
}

/** What becomes of a backend's answers, one response a status. */
export function IntegrationResponses({ place, method }: Props): JSX.Element {
  const [isAdding, setAdding] = useState(false);
  const { methodIntegration: integration, methodResponses = {} } = method;
  if (integration?.type?.endsWith('_PROXY')) {
    return <Alert type="info">{texts.integrationResponse.proxied}</Alert>;
  }
  const responses = Object.values(integration?.integrationResponses ?? {});
  const statuses = Object.keys(methodResponses);
  return (
    <SpaceBetween size="l">
      <Header
        variant="h2"
        counter={`(${responses.length})`}
        actions={<Button onClick={() => setAdding(true)}>{texts.integrationResponse.create}</Button>}
      >
        {texts.integrationResponse.titles}
      </Header>
      {isAdding && (
        <Container header={<Header variant="h3">{texts.integrationResponse.create}</Header>}>
          <IntegrationResponseForm place={place} statuses={statuses} onClose={() => setAdding(false)} />
        </Container>
      )}
      {responses.length === 0 && !isAdding && (
        <EmptyState title={texts.integrationResponse.empty} text={texts.integrationResponse.emptyText} />
      )}
      {responses.map((response) => (
        <IntegrationResponseBox key={response.statusCode} place={place} statuses={statuses} response={response} />
      ))}
    </SpaceBetween>
  );
}

type Response = NonNullable<NonNullable<Method['methodIntegration']>['integrationResponses']>[string];

interface BoxProps {
  readonly place: MethodPlace;
  readonly statuses: readonly string[];
  readonly response: Response;
}

function IntegrationResponseBox({ place, statuses, response }: BoxProps): JSX.Element {
  const { statusCode = '', responseParameters = {}, responseTemplates = {} } = response;
  const remove = useAction('apigateway', 'deleteIntegrationResponse');
  return (
    <EditableBox
      title={texts.responseOf(statusCode)}
      form={(close) => (
        <IntegrationResponseForm place={place} statuses={statuses} response={response} onClose={close} />
      )}
    >
      <SpaceBetween size="l">
        <KeyValues
          columns={2}
          pairs={[
            [texts.integrationResponse.pattern, response.selectionPattern ?? texts.integrationResponse.default],
            [texts.integration.contentHandling, contentHandlingName(response.contentHandling)],
          ]}
        />
        <NamedValues
          title={texts.integrationResponse.headers}
          empty={texts.integrationResponse.noHeaders}
          values={Object.entries(responseParameters)}
        />
        <NamedValues
          title={texts.integration.templates}
          empty={texts.integration.noTemplates}
          values={Object.entries(responseTemplates).map(([type, template]) => [
            type,
            <CodeEditor key={type} value={template} language="vtl" label={type} minLines={1} maxLines={15} />,
          ])}
        />
        <DeleteResponse
          place={place}
          statusCode={statusCode}
          consequence={texts.integrationResponse.deleteConsequence}
          action={remove}
        />
      </SpaceBetween>
    </EditableBox>
  );
}
