import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { usePageParams, useQueryParam } from '../../../routing/index.ts';
import { deploy } from '../../../texts/en/deploy.ts';
import { useStages } from '../use-stages.ts';
import { DeployForm } from './deploy-form.tsx';
import { Deployed } from './deployed.tsx';

const texts = deploy.deploy;

/** Deploys an API: to which stage, what that changes, and afterwards how it is called. */
export default function DeployPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const trail = useApiTrail(apiId);
  const stages = useStages(apiId);
  const [deployed, setDeployed] = useQueryParam('deployed');
  return (
    <Page title={texts.title} description={texts.hint} trail={trail}>
      {deployed === '' ? (
        <QueryState query={stages}>
          {(list) => <DeployForm apiId={apiId} stages={list} onDeployed={setDeployed} />}
        </QueryState>
      ) : (
        <Deployed apiId={apiId} stageName={deployed} onAgain={() => setDeployed('')} />
      )}
    </Page>
  );
}
