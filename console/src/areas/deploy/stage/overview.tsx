import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useCall } from '../../../data/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { Time } from '../../../parts/time.tsx';
import { stages } from '../../../texts/en/stages.ts';
import { StageUrl } from '../stage-url.tsx';
import type { Stage } from '../use-stages.ts';
import { settingOf } from './methods/setting.ts';
import type { StageProps } from './stage-props.ts';

const texts = stages.overview;

/** What a stage is, at a glance. */
export function Overview({ apiId, stage }: StageProps): JSX.Element {
  const api = useCall('apigateway', 'getRestApi', { restApiId: apiId });
  const { stageName = '', deploymentId = '', canarySettings } = stage;
  return (
    <Container header={<Header variant="h2">{texts.title}</Header>}>
      <SpaceBetween size="l">
        {api.data?.disableExecuteApiEndpoint && <Alert>{texts.disabled}</Alert>}
        <KeyValues
          columns={1}
          pairs={[[texts.invokeUrl, <StageUrl key="url" apiId={apiId} stageName={stageName} />]]}
        />
        <KeyValues
          pairs={[
            [texts.deployment, <CopyText key="deployment" text={deploymentId} />],
            [texts.canary, canarySettings ? texts.canaryOn(canarySettings.percentTraffic ?? 0) : texts.canaryOff],
            [texts.rate, rateOf(stage)],
            [texts.cache, cacheOf(stage)],
            [texts.webAcl, stage.webAclArn],
            [texts.created, <Time key="created" date={stage.createdDate} />],
            [texts.updated, <Time key="updated" date={stage.lastUpdatedDate} />],
            [texts.description, stage.description],
          ]}
        />
      </SpaceBetween>
    </Container>
  );
}

function rateOf(stage: Stage): string {
  const { throttlingRateLimit: rate, throttlingBurstLimit: burst } = settingOf(stage, '*/*');
  return rate < 0 || burst < 0 ? texts.unlimited : texts.rateValue(rate, burst);
}

function cacheOf({ cacheClusterEnabled, cacheClusterSize = '', cacheClusterStatus = '' }: Stage): string {
  if (!cacheClusterEnabled) return texts.cacheOff;
  return texts.cacheOn(cacheClusterSize, stages.cache.statuses[cacheClusterStatus] ?? cacheClusterStatus);
}
