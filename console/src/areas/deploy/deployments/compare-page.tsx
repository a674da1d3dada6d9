import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { usePageParams, useQueryParam } from '../../../routing/index.ts';
import { deploy } from '../../../texts/en/deploy.ts';
import { DeploymentSelect } from '../deployment-select.tsx';
import { Changes } from '../diff/changes.tsx';
import { WORKING } from '../diff/use-diff.ts';
import { useDeployments } from '../use-deployments.ts';

const texts = deploy.compare;

/** Two deployments of an API, or one and the API as it is now, beside each other. */
export default function ComparePage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const trail = useApiTrail(apiId);
  const deployments = useDeployments(apiId);
  const [from, setFrom] = useQueryParam('from');
  const [to, setTo] = useQueryParam('to');
  return (
    <Page
      title={texts.title}
      description={texts.hint}
      trail={[...trail, { text: deploy.deployments.title, path: `/apis/${apiId}/deployments` }]}
    >
      <SpaceBetween size="l">
        <Container>
          <ColumnLayout columns={2}>
            <DeploymentSelect label={texts.from} deployments={deployments} selected={from} onSelect={setFrom} />
            <DeploymentSelect
              label={texts.to}
              deployments={deployments}
              selected={to}
              onSelect={setTo}
              others={[{ value: WORKING, label: texts.working }]}
            />
          </ColumnLayout>
        </Container>
        <Container>
          {from !== '' && to !== '' ? (
            <Changes apiId={apiId} from={from} to={to} />
          ) : (
            <EmptyState title={texts.empty.title} text={texts.empty.text} />
          )}
        </Container>
      </SpaceBetween>
    </Page>
  );
}
