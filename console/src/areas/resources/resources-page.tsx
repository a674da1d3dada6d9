import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { isGone } from '../../aws/index.ts';
import { Page } from '../../page/index.ts';
import { useApiTrail } from '../../parts/api-trail.ts';
import { QueryState } from '../../parts/query-state.tsx';
import { useHref, useNavigate, usePageParams } from '../../routing/index.ts';
import { resources as texts } from '../../texts/en/resources.ts';
import { CreateMethod } from './create-method.tsx';
import { CreateResource } from './create-resource.tsx';
import { MethodDetails } from './method/method-details.tsx';
import { ResourceDetails } from './resource-details.tsx';
import styles from './resources-page.module.css';
import { ResourceTree } from './tree/resource-tree.tsx';
import { type TreeResource, useResources } from './use-resources.ts';

/** The tree of an API, and beside it the resource, the method, or what is being made. */
export default function ResourcesPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const trail = useApiTrail(apiId);
  const resources = useResources(apiId);
  const href = useHref();
  return (
    <Page
      title={texts.title}
      trail={trail}
      actions={
        !isGone(resources.error) && (
          <Button variant="primary" href={href(`/apis/${apiId}/deploy`)}>
            {texts.deploy}
          </Button>
        )
      }
    >
      <QueryState query={resources}>{(all) => <Explorer apiId={apiId} resources={all} />}</QueryState>
    </Page>
  );
}

interface ExplorerProps {
  readonly apiId: string;
  readonly resources: readonly TreeResource[];
}

function Explorer({ apiId, resources }: ExplorerProps): JSX.Element {
  const { resourceId, method } = usePageParams('resourceId', 'method');
  const navigate = useNavigate();
  const root = resources.find(({ parentId }) => parentId === undefined);
  const resource = resources.find(({ id }) => id === resourceId) ?? root;
  const select = (key: string): void => navigate(`/apis/${apiId}/resources/${key}`);
  if (!resource) return <Box>{texts.gone}</Box>;
  const isMethod = resource.methods.includes(method);
  return (
    <div className={styles.columns}>
      <Container>
        <SpaceBetween size="s">
          <Button onClick={() => select(`${resource.id}/create-resource`)}>{texts.createResource.button}</Button>
          <ResourceTree
            resources={resources}
            selected={isMethod ? `${resource.id}/${method}` : resource.id}
            onSelect={select}
          />
        </SpaceBetween>
      </Container>
      <div className={styles.details}>
        <SpaceBetween size="l">
          {method === 'create-resource' && <CreateResource apiId={apiId} resources={resources} parent={resource} />}
          {method === 'create-method' && <CreateMethod key={resource.id} apiId={apiId} resource={resource} />}
          {isMethod && (
            <MethodDetails key={`${resource.id}/${method}`} apiId={apiId} resource={resource} httpMethod={method} />
          )}
          {method === '' && <ResourceDetails key={resource.id} apiId={apiId} resource={resource} />}
          {method !== '' && !isMethod && !method.startsWith('create-') && <Box>{texts.gone}</Box>}
        </SpaceBetween>
      </div>
    </div>
  );
}
