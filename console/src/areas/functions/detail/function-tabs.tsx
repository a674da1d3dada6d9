import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TabsProps } from '@cloudscape-design/components/tabs';
import { Children, type ReactNode } from 'react';
import { functions } from '../../../texts/en/functions.ts';
import { AliasesTab } from '../aliases/aliases-tab.tsx';
import { CodeTab } from '../code/code-tab.tsx';
import { LogsTab } from '../monitor/logs-tab.tsx';
import { MonitorTab } from '../monitor/monitor-tab.tsx';
import { Permissions } from '../permissions/permissions.tsx';
import { SettingsTab } from '../settings/settings-tab.tsx';
import { TestTab } from '../testing/test-tab.tsx';
import { VersionsTab } from '../versions/versions-tab.tsx';
import type { FunctionProps } from './function-props.ts';

const texts = functions.page.tabs;

export function functionTabs(props: FunctionProps): TabsProps.Tab[] {
  const ofAll: TabsProps.Tab[] = [
    tab('code', <CodeTab {...props} />),
    // What was typed and what came of it stay while the code is mended.
    { ...tab('test', <TestTab key={props.qualifier} {...props} />), contentRenderStrategy: 'lazy' },
    tab('monitor', <MonitorTab {...props} />),
  ];
  if (props.isFixed) return [...ofAll, tab('permissions', <Permissions {...props} />)];
  return [
    ...ofAll,
    tab('logs', <LogsTab {...props} />),
    tab('configuration', <SettingsTab {...props} />),
    tab('aliases', <AliasesTab {...props} />),
    tab('versions', <VersionsTab {...props} />),
  ];
}

function tab(id: Exclude<keyof typeof texts, 'label'>, ...parts: readonly ReactNode[]): TabsProps.Tab {
  const content = <SpaceBetween size="l">{Children.toArray(parts)}</SpaceBetween>;
  return { id, label: texts[id], content };
}
