import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { NamedValues } from '../../../parts/named-values.tsx';
import { resources as texts } from '../../../texts/en/resources.ts';
import { ModelLinks } from '../method/model-links.tsx';
import type { Method, MethodPlace } from '../method/use-method.ts';
import { DeleteResponse } from './delete-response.tsx';
import { MethodResponseForm } from './method-response-form.tsx';

interface Props {
  readonly place: MethodPlace;
  readonly method: Method;
}

/** What a client may get, one response a status. */
export function MethodResponses({ place, method }: Props): JSX.Element {
  const [isAdding, setAdding] = useState(false);
  const responses = Object.values(method.methodResponses ?? {});
  return (
    <SpaceBetween size="l">
      <Header
        variant="h2"
        counter={`(${responses.length})`}
        actions={<Button onClick={() => setAdding(true)}>{texts.methodResponse.create}</Button>}
      >
        {texts.methodResponse.titles}
      </Header>
      {isAdding && (
        <Container header={<Header variant="h3">{texts.methodResponse.create}</Header>}>
          <MethodResponseForm place={place} onClose={() => setAdding(false)} />
        </Container>
      )}
      {responses.length === 0 && !isAdding && (
        <EmptyState title={texts.methodResponse.empty} text={texts.methodResponse.emptyText} />
      )}
      {responses.map((response) => (
        <MethodResponseBox key={response.statusCode} place={place} response={response} />
      ))}
    </SpaceBetween>
  );
}

type Response = NonNullable<Method['methodResponses']>[string];

function MethodResponseBox({
  place,
  response,
}: {
  readonly place: MethodPlace;
  readonly response: Response;
}): JSX.Element {
  const { statusCode = '', responseParameters = {}, responseModels = {} } = response;
  const remove = useAction('apigateway', 'deleteMethodResponse');
  const headers = Object.keys(responseParameters).map((name) => name.replace('method.response.header.', ''));
  return (
    <EditableBox
      title={texts.responseOf(statusCode)}
      form={(close) => <MethodResponseForm place={place} response={response} onClose={close} />}
    >
      <SpaceBetween size="l">
        <NamedValues
          title={texts.methodResponse.headers}
          empty={texts.methodResponse.noHeaders}
          values={headers.map((name) => [name, texts.methodResponse.declared])}
        />
        <ModelLinks
          restApiId={place.restApiId}
          title={texts.methodResponse.body}
          empty={texts.methodResponse.noBody}
          models={responseModels}
        />
        <DeleteResponse
          place={place}
          statusCode={statusCode}
          consequence={texts.methodResponse.deleteConsequence}
          action={remove}
        />
      </SpaceBetween>
    </EditableBox>
  );
}
