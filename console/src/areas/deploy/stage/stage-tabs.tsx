import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TabsProps } from '@cloudscape-design/components/tabs';
import { Children, type ReactNode } from 'react';
import { stages } from '../../../texts/en/stages.ts';
import type { Stage } from '../use-stages.ts';
import { AccessLogForm } from './access-log-form.tsx';
import { CacheForm } from './cache-form.tsx';
import { CanaryTab } from './canary/canary-tab.tsx';
import { DetailsForm } from './details-form.tsx';
import { ExportTab } from './export/export-tab.tsx';
import { SdkTab } from './export/sdk-tab.tsx';
import { HistoryTab } from './history/history-tab.tsx';
import { MethodSettings } from './methods/method-settings.tsx';
import { Overview } from './overview.tsx';
import { StageMethods } from './stage-methods.tsx';
import type { StageProps } from './stage-props.ts';
import { StageTags } from './stage-tags.tsx';
import { TracingForm } from './tracing-form.tsx';
import { VariablesForm } from './variables-form.tsx';

const texts = stages.tabs;

export function stageTabs(apiId: string, stage: Stage): TabsProps.Tab[] {
  const props: StageProps = { apiId, stage };
  return [
    tab('overview', <Overview {...props} />, <StageMethods {...props} />),
    tab('settings', <DetailsForm {...props} />, <CacheForm {...props} />, <StageTags {...props} />),
    tab('methods', <MethodSettings {...props} />),
    tab('variables', <VariablesForm {...props} />),
    tab('logs', <AccessLogForm {...props} />, <TracingForm {...props} />),
    tab('canary', <CanaryTab {...props} />),
    tab('history', <HistoryTab {...props} />),
    tab('export', <ExportTab {...props} />, <SdkTab {...props} />),
  ];
}

function tab(id: Exclude<keyof typeof texts, 'label'>, ...parts: readonly ReactNode[]): TabsProps.Tab {
  const content = <SpaceBetween size="l">{Children.toArray(parts)}</SpaceBetween>;
  return { id, label: texts[id], content };
}
