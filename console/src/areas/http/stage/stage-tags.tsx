import type { JSX } from 'react';
import { ResourceTags } from '../../../parts/tags/index.ts';
import { useRegion } from '../../../routing/index.ts';
import type { StageProps } from './stage-props.ts';

export function StageTags({ apiId, stage }: StageProps): JSX.Element {
  const arn = `arn:aws:apigateway:${useRegion()}::/apis/${apiId}/stages/${stage.StageName}`;
  return <ResourceTags service="apigatewayv2" arn={arn} />;
}
