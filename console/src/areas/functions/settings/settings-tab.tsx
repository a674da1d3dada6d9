import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs, { type TabsProps } from '@cloudscape-design/components/tabs';
import { Children, type JSX, type ReactNode } from 'react';
import { ResourceTags } from '../../../parts/tags/index.ts';
import { useQueryParam } from '../../../routing/index.ts';
import { functionSettings } from '../../../texts/en/function-settings.ts';
import type { FunctionProps } from '../detail/function-props.ts';
import { Permissions } from '../permissions/permissions.tsx';
import { FunctionUrls } from '../urls/function-urls.tsx';
import { AsyncSettings } from './async-form.tsx';
import { DeadLetterForm } from './dead-letter-form.tsx';
import { EnvironmentBox } from './environment-box.tsx';
import { GeneralForm } from './general-form.tsx';
import { LayersForm } from './layers-form.tsx';
import { ProvisionedTable } from './provisioned-table.tsx';
import { ReservedForm } from './reserved-form.tsx';
import { RoleForm } from './role-form.tsx';

const texts = functionSettings.sections;

/** All that is set of a function, by subject. */
export function SettingsTab(props: FunctionProps): JSX.Element {
  const [section, setSection] = useQueryParam('section');
  const { functionName, found } = props;
  const configuration = found.Configuration ?? {};
  const { FunctionArn = '' } = configuration;
  return (
    <Tabs
      ariaLabel={texts.label}
      activeTabId={section === '' ? 'general' : section}
      onChange={({ detail }) => setSection(detail.activeTabId)}
      tabs={[
        tab('general', <GeneralForm configuration={configuration} />, <RoleForm configuration={configuration} />),
        tab('permissions', <Permissions {...props} />),
        tab('environment', <EnvironmentBox configuration={configuration} />),
        tab('layers', <LayersForm configuration={configuration} />),
        tab('concurrency', <ReservedForm found={found} />, <ProvisionedTable functionName={functionName} />),
        tab('async', <AsyncSettings functionName={functionName} />, <DeadLetterForm configuration={configuration} />),
        tab('url', <FunctionUrls functionName={functionName} />),
        tab('tags', <ResourceTags service="lambda" arn={FunctionArn} />),
      ]}
    />
  );
}

function tab(id: Exclude<keyof typeof texts, 'label'>, ...content: readonly ReactNode[]): TabsProps.Tab {
  return { id, label: texts[id], content: <SpaceBetween size="l">{Children.toArray(content)}</SpaceBetween> };
}
