import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { eventColumns, useLiveTail } from '../../../parts/log-events/index.ts';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref } from '../../../routing/index.ts';
import { functionVersions } from '../../../texts/en/function-versions.ts';

const texts = functionVersions.logs;

interface Props {
  readonly group: string;
  readonly arn: string;
}

/** Follows a function's log while it runs. */
export function LogTail({ group, arn }: Props): JSX.Element {
  const href = useHref();
  const tail = useLiveTail();
  const name = encodeURIComponent(group);
  const isShown = tail.isRunning || tail.events.length > 0;
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            description={group}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button href={href(`/log-groups/group?name=${name}`)}>{texts.group}</Button>
                <Button href={href(`/logs-insights?groups=${name}`)}>{texts.insights}</Button>
                <Button
                  variant="primary"
                  onClick={() => (tail.isRunning ? tail.stop() : tail.start({ logGroupIdentifiers: [arn] }))}
                >
                  {tail.isRunning ? texts.stop : texts.start}
                </Button>
              </SpaceBetween>
            }
          >
            {texts.tail}
          </Header>
        }
      >
        {tail.error ? (
          <ErrorAlert error={tail.error} />
        ) : (
          <StatusIndicator type={tail.isRunning ? 'in-progress' : 'stopped'}>
            {tail.isRunning ? texts.running : texts.stopped}
          </StatusIndicator>
        )}
      </Container>
      {isShown && (
        <PagedTable
          title={texts.tailed}
          query={{ data: tail.events, error: null, isPending: false, refetch: () => undefined }}
          columns={eventColumns}
          searchParameter="tailed"
          id={({ id }) => id}
          empty={<EmptyState title={texts.waiting.title} text={texts.waiting.text} />}
        />
      )}
    </SpaceBetween>
  );
}
