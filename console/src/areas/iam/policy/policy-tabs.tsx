import Tabs from '@cloudscape-design/components/tabs';
import type { JSX } from 'react';
import { useNavigate, useQueryParam } from '../../../routing/index.ts';
import { policies } from '../../../texts/en/policies.ts';
import { policyPath } from '../addresses.ts';
import { isAwsManaged } from '../use-policies.ts';
import { DocumentTab } from './document-tab.tsx';
import { EntitiesTab } from './entities-tab.tsx';
import { PolicyTags } from './policy-tags.tsx';
import type { PolicyDetails } from './use-policy.ts';
import { VersionsTab } from './versions-tab.tsx';

const texts = policies.tabs;

/** AWS's own policies have neither versions to choose nor tags. */
export function PolicyTabs({ policy }: { readonly policy: PolicyDetails }): JSX.Element {
  const { Arn = '', DefaultVersionId = 'v1', Tags } = policy;
  const navigate = useNavigate();
  const [tab] = useQueryParam('tab');
  const isOwn = !isAwsManaged(Arn);
  return (
    <Tabs
      ariaLabel={texts.label}
      activeTabId={tab === '' ? 'document' : tab}
      // A search or a dialog on one tab means nothing on another.
      onChange={({ detail }) => navigate(`${policyPath(Arn)}&tab=${detail.activeTabId}`, { replace: true })}
      tabs={[
        {
          id: 'document',
          label: texts.document,
          content: <DocumentTab arn={Arn} versionId={DefaultVersionId} isOwn={isOwn} />,
        },
        { id: 'entities', label: texts.entities, content: <EntitiesTab arn={Arn} /> },
        ...(isOwn
          ? [
              { id: 'versions', label: texts.versions, content: <VersionsTab arn={Arn} /> },
              { id: 'tags', label: texts.tags, content: <PolicyTags arn={Arn} saved={Tags} /> },
            ]
          : []),
      ]}
    />
  );
}
