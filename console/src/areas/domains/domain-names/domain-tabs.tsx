import type { TabsProps } from '@cloudscape-design/components/tabs';
import type { ReactNode } from 'react';
import { ResourceTags } from '../../../parts/tags/index.ts';
import { domains } from '../../../texts/en/domains.ts';
import { AccessTab } from './access/access-tab.tsx';
import { MappingsTab } from './mappings/mappings-tab.tsx';
import { OverviewTab } from './overview/overview-tab.tsx';
import { RulesTab } from './rules/rules-tab.tsx';
import { SettingsTab } from './settings/settings-tab.tsx';
import { type DomainName, isPrivate } from './use-domain-names.ts';

const texts = domains.tabs;

/** Endpoints are associated with private names alone. */
export function domainTabs(domain: DomainName): TabsProps.Tab[] {
  return [
    tab('overview', <OverviewTab domain={domain} />),
    tab('mappings', <MappingsTab domain={domain} />),
    tab('rules', <RulesTab domain={domain} />),
    ...(isPrivate(domain) ? [tab('access', <AccessTab domain={domain} />)] : []),
    tab('settings', <SettingsTab domain={domain} />),
    tab('tags', <ResourceTags service="apigateway" arn={domain.domainNameArn ?? ''} />),
  ];
}

function tab(id: Exclude<keyof typeof texts, 'label'>, content: ReactNode): TabsProps.Tab {
  return { id, label: texts[id], content };
}
