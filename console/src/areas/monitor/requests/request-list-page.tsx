import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import type { RequestSummary } from '../../../../../src/model/explained-request.ts';
import { useOwn } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { Choice } from '../../../parts/choice.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { requests } from '../../../texts/en/requests.ts';
import { ApiStageFilter } from '../api-stage-filter.tsx';
import { trailOf } from '../trail.ts';
import { useMonitoredApis } from '../use-monitored-apis.ts';
import { requestColumns } from './columns.tsx';
import { useApiKeyNames } from './use-api-key-names.ts';

const texts = requests.list;
const { filters } = texts;
/** As many as the server gives. */
const LIMIT = 1_000;
const REFRESH_MS = 10_000;

/** The requests that are remembered, the youngest first. At `/apis/ID/requests` those of that API. */
export default function RequestListPage(): JSX.Element {
  const { apiId: ofPage } = usePageParams('apiId');
  const href = useHref();
  const apis = useMonitoredApis();
  const [chosenApi, setApi] = useQueryParam('api');
  const [stage, setStage] = useQueryParam('stage');
  const [status, setStatus] = useQueryParam('status');
  const [key, setKey] = useQueryParam('key');
  const [minutes, setMinutes] = useQueryParam('minutes');
  const apiId = ofPage === '' ? chosenApi : ofPage;
  const given = { ...(apiId && { api: apiId }), ...(stage && { stage }), ...(key && { key }) };
  const query = new URLSearchParams({ ...given, limit: String(LIMIT) });
  const found = useOwn<{ readonly requests: readonly RequestSummary[] }>(`/_sallyport/requests?${query}`, {
    refetchInterval: REFRESH_MS,
  });
  const since = minutes === '' ? 0 : Date.now() - Number(minutes) * 60_000;
  const shown = found.data?.requests.filter(
    (one) => one.requestTimeEpoch >= since && (status === '' || String(one.status).startsWith(status)),
  );
  const keys = useApiKeyNames();
  const names = new Map(apis.data?.map(({ id, name }) => [id, name]));
  return (
    <Page
      title={texts.title}
      trail={trailOf(ofPage === '' ? undefined : { ...apis.data?.find(({ id }) => id === ofPage), id: ofPage })}
      description={texts.description}
      actions={<Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => found.refetch()} />}
    >
      <SpaceBetween size="l">
        <SpaceBetween direction="horizontal" size="s">
          <ApiStageFilter
            apis={apis.data ?? []}
            apiId={apiId}
            stage={stage}
            onStage={setStage}
            {...(ofPage === '' && { onApi: setApi })}
          />
          <Choice
            label={filters.status}
            all={filters.allStatuses}
            options={optionsOf(filters.statuses)}
            selected={status}
            onSelect={setStatus}
          />
          <Choice
            label={filters.key}
            all={filters.allKeys}
            options={[...keys].map(([value, label]) => ({ value, label, description: value }))}
            selected={key}
            onSelect={setKey}
          />
          <Choice
            label={filters.time}
            all={filters.allTimes}
            options={optionsOf(filters.times)}
            selected={minutes}
            onSelect={setMinutes}
          />
        </SpaceBetween>
        <PagedTable
          title={texts.tableTitle}
          query={{ ...found, data: shown }}
          columns={requestColumns(href, names, keys)}
          id={({ requestId }) => requestId}
          empty={
            <EmptyState
              title={texts.empty.title}
              text={texts.empty.text}
              action={<Button href={href('/apis')}>{texts.empty.action}</Button>}
            />
          }
        />
      </SpaceBetween>
    </Page>
  );
}

function optionsOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
