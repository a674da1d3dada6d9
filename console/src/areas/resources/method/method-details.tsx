import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { useNavigate, useQueryParam } from '../../../routing/index.ts';
import { resources as texts } from '../../../texts/en/resources.ts';
import { IntegrationRequest } from '../integration/integration-request.tsx';
import { IntegrationResponses } from '../responses/integration-responses.tsx';
import { MethodResponses } from '../responses/method-responses.tsx';
import { TestMethod } from '../testing/test-method.tsx';
import type { TreeResource } from '../use-resources.ts';
import { ExecutionDiagram } from './execution-diagram.tsx';
import { MethodRequest } from './method-request.tsx';
import { type Method, type MethodPlace, useMethod } from './use-method.ts';

interface Props {
  readonly apiId: string;
  readonly resource: TreeResource;
  readonly httpMethod: string;
}

/** One method: what a request goes through, and the settings of each step. */
export function MethodDetails({ apiId, resource, httpMethod }: Props): JSX.Element {
  const place = { restApiId: apiId, resourceId: resource.id, httpMethod };
  const method = useMethod(place);
  return (
    <QueryState query={method}>{(data) => <MethodSteps place={place} path={resource.path} method={data} />}</QueryState>
  );
}

interface StepsProps {
  readonly place: MethodPlace;
  readonly path: string;
  readonly method: Method;
}

function MethodSteps({ place, path, method }: StepsProps): JSX.Element {
  const [tab, setTab] = useQueryParam('step');
  const [isDeleting, setDeleting] = useState(false);
  const shown = tab === '' ? 'method-request' : tab;
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button onClick={() => setDeleting(true)}>{texts.method.delete}</Button>
                <Button onClick={() => setTab('test')}>{texts.method.test}</Button>
              </SpaceBetween>
            }
          >
            {texts.method.title(`${path} - ${place.httpMethod}`)}
          </Header>
        }
      >
        <ExecutionDiagram method={method} shown={shown} onShow={setTab} />
      </Container>
      <Tabs
        ariaLabel={texts.method.steps}
        activeTabId={shown}
        onChange={({ detail }) => setTab(detail.activeTabId)}
        tabs={[
          {
            id: 'method-request',
            label: texts.methodRequest.title,
            content: <MethodRequest place={place} method={method} />,
          },
          {
            id: 'integration-request',
            label: texts.integration.requestTitle,
            content: <IntegrationRequest place={place} path={path} method={method} />,
          },
          {
            id: 'integration-response',
            label: texts.integrationResponse.title,
            content: <IntegrationResponses place={place} method={method} />,
          },
          {
            id: 'method-response',
            label: texts.methodResponse.title,
            content: <MethodResponses place={place} method={method} />,
          },
          { id: 'test', label: texts.test.title, content: <TestMethod place={place} path={path} /> },
        ]}
      />
      {isDeleting && <DeleteMethod place={place} path={path} onClose={() => setDeleting(false)} />}
    </SpaceBetween>
  );
}

interface DeleteProps {
  readonly place: MethodPlace;
  readonly path: string;
  onClose(): void;
}

function DeleteMethod({ place, path, onClose }: DeleteProps): JSX.Element {
  const remove = useAction('apigateway', 'deleteMethod');
  const navigate = useNavigate();
  return (
    <DeleteDialog
      texts={{
        title: texts.method.deleteTitle,
        consequence: texts.method.deleteConsequence,
        done: texts.deleted(`${place.httpMethod} ${path}`),
      }}
      name={place.httpMethod}
      action={remove}
      input={place}
      onClose={onClose}
      onDeleted={() => navigate(`/apis/${place.restApiId}/resources/${place.resourceId}`)}
    />
  );
}
