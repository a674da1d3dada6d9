import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { JSX } from 'react';
import { isGone } from '../../../aws/index.ts';
import { Page } from '../../../page/index.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { useHref, useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { functions } from '../../../texts/en/functions.ts';
import { functionPath } from '../addresses.ts';
import { DeleteFunction } from '../delete-function.tsx';
import { isChanging } from '../settled.ts';
import { useFunction } from '../use-functions.ts';
import { LATEST } from '../use-versions.ts';
import { functionTabs } from './function-tabs.tsx';
import { Overview } from './overview.tsx';

const texts = functions.page;

/** One function, or one version of it, with all that belongs to it, a tab each. */
export default function FunctionPage(): JSX.Element {
  const { functionName } = usePageParams('functionName');
  const [qualifier] = useQueryParam('qualifier');
  const [tab] = useQueryParam('tab');
  const [dialog, setDialog] = useQueryParam('dialog');
  const href = useHref();
  const navigate = useNavigate();
  const isFixed = qualifier !== '' && qualifier !== LATEST;
  const found = useFunction(functionName, qualifier);
  const list = { text: functions.list.title, path: '/functions' };
  const own = { text: functionName, path: functionPath(functionName) };
  return (
    <Page
      title={isFixed ? `${functionName}:${qualifier}` : functionName}
      trail={[{ text: functions.service, path: '/functions' }, list, ...(isFixed ? [own] : [])]}
      actions={
        !isFixed &&
        !isGone(found.error) && <Button onClick={() => setDialog('delete')}>{functions.delete.button}</Button>
      }
    >
      <SpaceBetween size="l">
        {isFixed && (
          <Alert
            type="info"
            header={texts.version(qualifier)}
            action={<Button href={href(own.path)}>{texts.showLatest}</Button>}
          >
            {texts.versionNote}
          </Alert>
        )}
        <QueryState query={found}>
          {(data) => (
            <SpaceBetween size="l">
              <Overview
                configuration={data.Configuration ?? {}}
                isChanging={isChanging(data.Configuration ?? {})}
                qualifier={qualifier}
              />
              <Tabs
                ariaLabel={texts.tabs.label}
                activeTabId={tab === '' ? 'code' : tab}
                // A search or a choice on one tab means nothing on another.
                onChange={({ detail }) =>
                  navigate(functionPath(functionName, detail.activeTabId, qualifier), { replace: true })
                }
                tabs={functionTabs({ functionName, qualifier: qualifier || LATEST, isFixed, found: data })}
              />
            </SpaceBetween>
          )}
        </QueryState>
      </SpaceBetween>
      {dialog === 'delete' && (
        <DeleteFunction
          name={functionName}
          onClose={() => setDialog('')}
          onDeleted={() => navigate('/functions', { replace: true })}
        />
      )}
    </Page>
  );
}
