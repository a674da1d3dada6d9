import { type Action, useSteps } from '../../../../data/index.ts';
import { useAws } from '../../../../session/index.ts';
import type { StageProps } from '../stage-props.ts';
import { ALL, type Setting } from './setting.ts';

interface Chosen {
  readonly routeKey: string;
  readonly setting: Setting;
}

/** Sets all routes, or one. Routes that an update does not name lose their settings, so those are sent as they are by then. */
export function useRouteSettings({ apiId: ApiId, stage: { StageName = '' } }: StageProps): Action<Chosen, unknown> {
  const aws = useAws();
  return useSteps('apigatewayv2', async ({ routeKey, setting }: Chosen) => {
    const stage = { ApiId, StageName };
    if (routeKey === ALL) return aws.call('apigatewayv2', 'updateStage', { ...stage, DefaultRouteSettings: setting });
    const { RouteSettings } = await aws.call('apigatewayv2', 'getStage', stage);
    return aws.call('apigatewayv2', 'updateStage', {
      ...stage,
      RouteSettings: { ...RouteSettings, [routeKey]: setting },
    });
  });
}
