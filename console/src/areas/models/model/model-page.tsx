import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { isGone } from '../../../aws/index.ts';
import { useCall } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { models as texts } from '../../../texts/en/models.ts';
import { DeleteModel } from '../delete-model.tsx';
import { ModelUses } from '../model-uses.tsx';
import { useModelUses } from '../use-model-uses.ts';
import type { Model } from '../use-models.ts';
import { ModelSample } from './model-sample.tsx';
import { ModelSchema } from './model-schema.tsx';

/** One model: its schema, a sample of it, and what uses it. */
export default function ModelPage(): JSX.Element {
  const { apiId, modelName } = usePageParams('apiId', 'modelName');
  const trail = useApiTrail(apiId);
  const navigate = useNavigate();
  const model = useCall('apigateway', 'getModel', { restApiId: apiId, modelName });
  const [dialog, setDialog] = useQueryParam('dialog');
  const list = `/apis/${apiId}/models`;
  return (
    <Page
      title={modelName}
      trail={[...trail, { text: texts.title, path: list }]}
      actions={!isGone(model.error) && <Button onClick={() => setDialog('delete')}>{texts.delete.button}</Button>}
    >
      <QueryState query={model}>
        {(data) => (
          <SpaceBetween size="l">
            <Details model={data} />
            <ModelSchema apiId={apiId} model={data} />
            <ModelSample apiId={apiId} model={data} />
            <Uses apiId={apiId} name={modelName} />
          </SpaceBetween>
        )}
      </QueryState>
      {dialog === 'delete' && (
        <DeleteModel
          apiId={apiId}
          name={modelName}
          onClose={() => setDialog('')}
          onDeleted={() => navigate(list, { replace: true })}
        />
      )}
    </Page>
  );
}

function Details({ model }: { readonly model: Model }): JSX.Element {
  const { id = '', contentType, description } = model;
  return (
    <Container header={<Header variant="h2">{texts.model.details}</Header>}>
      <KeyValues
        pairs={[
          [texts.list.columns.contentType, contentType],
          [texts.list.columns.description, description],
          [texts.list.columns.id, <CopyText key="id" text={id} />],
        ]}
      />
    </Container>
  );
}

function Uses({ apiId, name }: { readonly apiId: string; readonly name: string }): JSX.Element {
  const uses = useModelUses(apiId, name);
  return (
    <Container header={<Header variant="h2">{texts.model.uses}</Header>}>
      <QueryState query={uses}>{(data) => <ModelUses uses={data} />}</QueryState>
    </Container>
  );
}
