import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TabsProps } from '@cloudscape-design/components/tabs';
import { Children, type ReactNode } from 'react';
import { httpStages } from '../../../texts/en/http-stages.ts';
import type { Stage } from '../use-http-api.ts';
import { AccessLogForm } from './access-log-form.tsx';
import { DetailsForm } from './details-form.tsx';
import { Overview } from './overview.tsx';
import { RouteSettings } from './routes/route-settings.tsx';
import type { StageProps } from './stage-props.ts';
import { StageRoutes } from './stage-routes.tsx';
import { StageTags } from './stage-tags.tsx';
import { StageTest } from './testing/stage-test.tsx';
import { VariablesForm } from './variables-form.tsx';

const texts = httpStages.tabs;

export function stageTabs(apiId: string, stage: Stage): TabsProps.Tab[] {
  const props: StageProps = { apiId, stage };
  return [
    tab('overview', <Overview {...props} />, <StageRoutes {...props} />),
    tab('test', <StageTest {...props} />),
    tab('settings', <DetailsForm {...props} />, <StageTags {...props} />),
    tab('routes', <RouteSettings {...props} />),
    tab('variables', <VariablesForm {...props} />),
    tab('logs', <AccessLogForm {...props} />),
  ];
}

function tab(id: Exclude<keyof typeof texts, 'label'>, ...parts: readonly ReactNode[]): TabsProps.Tab {
  const content = <SpaceBetween size="l">{Children.toArray(parts)}</SpaceBetween>;
  return { id, label: texts[id], content };
}
