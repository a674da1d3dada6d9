import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useAll } from '../../../data/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { EventSearch } from '../../../parts/log-events/index.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { functionVersions } from '../../../texts/en/function-versions.ts';
import type { FunctionProps } from '../detail/function-props.ts';
import { LogTail } from './log-tail.tsx';

const texts = functionVersions.logs;

/** What a function has written, and what it writes. */
export function LogsTab({ functionName, found }: FunctionProps): JSX.Element {
  const group = found.Configuration?.LoggingConfig?.LogGroup ?? `/aws/lambda/${functionName}`;
  const groups = useAll('logs', 'describeLogGroups', { logGroupNamePrefix: group }, (page) => page.logGroups);
  return (
    <QueryState query={groups}>
      {(all) => {
        const own = all.find(({ logGroupName }) => logGroupName === group);
        // Made by the first line.
        if (!own) return <EmptyState title={texts.empty.title} text={texts.empty.text(group)} />;
        return (
          <SpaceBetween size="l">
            <LogTail group={group} arn={own.logGroupArn ?? ''} />
            <EventSearch group={group} isNewestFirst />
          </SpaceBetween>
        );
      }}
    </QueryState>
  );
}
