import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { authorizers as texts } from '../../../texts/en/authorizers.ts';
import { AuthorizerDetails } from './authorizer-details.tsx';
import { AuthorizerMethods } from './authorizer-methods.tsx';
import { DeleteAuthorizer } from './delete-authorizer.tsx';
import { TestAuthorizer } from './testing/test-authorizer.tsx';
import { useAuthorizer } from './use-authorizers.ts';

/** One authorizer: what it is, who uses it, and trying it. */
export default function AuthorizerPage(): JSX.Element {
  const { apiId, authorizerId } = usePageParams('apiId', 'authorizerId');
  const navigate = useNavigate();
  const trail = useApiTrail(apiId);
  const query = useAuthorizer(apiId, authorizerId);
  const [tab, setTab] = useQueryParam('tab');
  const [dialog, setDialog] = useQueryParam('dialog');
  const list = `/apis/${apiId}/authorizers`;
  return (
    <Page
      title={query.data?.name ?? authorizerId}
      trail={[...trail, { text: texts.title, path: list }]}
      actions={
        <Button disabled={!query.data} onClick={() => setDialog('delete')}>
          {texts.delete.button}
        </Button>
      }
    >
      <QueryState query={query}>
        {(authorizer) => (
          <>
            <Tabs
              ariaLabel={texts.tabs.label}
              activeTabId={tab === 'test' ? 'test' : 'details'}
              onChange={({ detail }) => setTab(detail.activeTabId)}
              tabs={[
                {
                  id: 'details',
                  label: texts.tabs.details,
                  content: (
                    <SpaceBetween size="l">
                      <AuthorizerDetails apiId={apiId} authorizer={authorizer} />
                      <AuthorizerMethods apiId={apiId} authorizerId={authorizerId} />
                    </SpaceBetween>
                  ),
                },
                {
                  id: 'test',
                  label: texts.tabs.test,
                  content: <TestAuthorizer apiId={apiId} authorizer={authorizer} />,
                },
              ]}
            />
            {dialog === 'delete' && (
              <DeleteAuthorizer
                apiId={apiId}
                authorizer={authorizer}
                onClose={() => setDialog('')}
                onDeleted={() => navigate(list, { replace: true })}
              />
            )}
          </>
        )}
      </QueryState>
    </Page>
  );
}
