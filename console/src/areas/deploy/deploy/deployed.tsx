import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { CopyText } from '../../../parts/copy-text.tsx';
import { curlOf } from '../../../parts/curl.ts';
import { KeyValues } from '../../../parts/key-values.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { useInvokeUrl } from '../../../parts/use-invoke-url.ts';
import { useHref } from '../../../routing/index.ts';
import { deploy } from '../../../texts/en/deploy.ts';
import { StageUrl } from '../stage-url.tsx';
import { type DeployedMethod, useDeployedMethods } from '../use-deployed-methods.ts';
import { type Stage, useStage } from '../use-stages.ts';

const texts = deploy.deploy;

interface Props {
  readonly apiId: string;
  readonly stageName: string;
  onAgain(): void;
}

/** What was deployed, and how it is called. */
export function Deployed({ apiId, stageName, onAgain }: Props): JSX.Element {
  const href = useHref();
  const stage = useStage(apiId, stageName);
  return (
    <QueryState query={stage}>
      {(data) => (
        <SpaceBetween size="l">
          <Alert type="success" header={texts.done(stageName)}>
            <HowToCall apiId={apiId} stage={data} />
          </Alert>
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="primary" href={href(`/apis/${apiId}/stages/${encodeURIComponent(stageName)}`)}>
              {texts.toStage}
            </Button>
            <Button href={href(`/apis/${apiId}/resources`)}>{texts.toResources}</Button>
            <Button onClick={onAgain}>{texts.again}</Button>
          </SpaceBetween>
        </SpaceBetween>
      )}
    </QueryState>
  );
}

function HowToCall({ apiId, stage }: { readonly apiId: string; readonly stage: Stage }): JSX.Element {
  const { stageName = '', deploymentId = '', canarySettings } = stage;
  const latest = canarySettings?.deploymentId ?? deploymentId;
  const methods = useDeployedMethods(apiId, latest);
  const url = useInvokeUrl(apiId, stageName);
  const example = exampleOf(methods.data ?? []);
  return (
    <KeyValues
      columns={1}
      pairs={[
        [texts.deployment, <CopyText key="deployment" text={latest} />],
        [texts.invokeUrl, <StageUrl key="url" apiId={apiId} stageName={stageName} />],
        [
          texts.callIt,
          url !== undefined && example && <CopyText key="curl" text={curlOf(`${url}${example.path}`, example.verb)} />,
        ],
      ]}
    />
  );
}

/** A method that is called without knowing anything, if there is one. */
function exampleOf(methods: readonly DeployedMethod[]): DeployedMethod | undefined {
  const simple = methods.filter(({ path }) => !path.includes('{'));
  return simple.find(({ verb }) => verb === 'GET' || verb === 'ANY') ?? simple[0] ?? methods[0];
}
