import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { CopyText } from '../../../parts/copy-text.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { Time } from '../../../parts/time.tsx';
import { http } from '../../../texts/en/http.ts';
import { httpStages } from '../../../texts/en/http-stages.ts';
import { StageUrl } from '../stage-url.tsx';
import { useHttpApi } from '../use-http-api.ts';
import { throttleOf } from './routes/setting.ts';
import type { StageProps } from './stage-props.ts';

const texts = httpStages.overview;

/** What a stage is, at a glance. */
export function Overview({ apiId, stage }: StageProps): JSX.Element {
  const api = useHttpApi(apiId);
  const { StageName = '', DeploymentId, AutoDeploy, LastDeploymentStatusMessage } = stage;
  const { automatic } = httpStages.list;
  return (
    <Container header={<Header variant="h2">{texts.title}</Header>}>
      <SpaceBetween size="l">
        {api.data?.DisableExecuteApiEndpoint && <Alert>{texts.disabled}</Alert>}
        {DeploymentId === undefined && <Alert type="warning">{texts.nothing}</Alert>}
        <KeyValues
          columns={1}
          pairs={[[texts.invokeUrl, <StageUrl key="url" apiId={apiId} stageName={StageName} />]]}
        />
        <KeyValues
          pairs={[
            [texts.deployment, DeploymentId && <CopyText key="deployment" text={DeploymentId} />],
            [texts.automatic, AutoDeploy ? automatic.on : automatic.off],
            [texts.throttle, throttleOf(stage.DefaultRouteSettings) ?? httpStages.routes.accountsThrottle],
            [texts.created, <Time key="created" date={stage.CreatedDate} />],
            [texts.updated, <Time key="updated" date={stage.LastUpdatedDate} />],
            [texts.message, LastDeploymentStatusMessage],
            [http.description, stage.Description],
          ]}
        />
      </SpaceBetween>
    </Container>
  );
}
