import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { FormEvent, JSX } from 'react';
import { Page } from '../../../../page/index.ts';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { ErrorAlert } from '../../../../parts/error-alert.tsx';
import { eventColumns, useLiveTail } from '../../../../parts/log-events/index.ts';
import { PagedTable } from '../../../../parts/paged-table.tsx';
import { useQueryParam } from '../../../../routing/index.ts';
import { logs } from '../../../../texts/en/logs.ts';
import { trailOf } from '../../trail.ts';
import { GroupSelect, useChosenGroups } from '../group-select.tsx';
import { useLogGroups } from '../use-log-groups.ts';

const texts = logs.tail;

/** Log events as they come. */
export default function LiveTailPage(): JSX.Element {
  const [groups, chooseGroups] = useChosenGroups();
  const [pattern, setPattern] = useQueryParam('filter');
  const known = useLogGroups();
  const session = useLiveTail();
  const arns = (known.data ?? [])
    .filter(({ logGroupName = '' }) => groups.includes(logGroupName))
    .map(({ logGroupArn = '' }) => logGroupArn);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (session.isRunning) session.stop();
    else if (arns.length > 0)
      session.start({ logGroupIdentifiers: arns, ...(pattern && { logEventFilterPattern: pattern }) });
  };
  return (
    <Page title={texts.title} trail={trailOf()} description={texts.description}>
      <SpaceBetween size="l">
        <Container>
          <form onSubmit={submit}>
            <SpaceBetween size="m">
              <GroupSelect chosen={groups} onChoose={chooseGroups} isDisabled={session.isRunning} />
              <FormField label={logs.events.pattern} stretch>
                <Input
                  value={pattern}
                  onChange={({ detail }) => setPattern(detail.value)}
                  placeholder={logs.events.patternExample}
                  disabled={session.isRunning}
                  spellcheck={false}
                />
              </FormField>
              <SpaceBetween direction="horizontal" size="s" alignItems="center">
                <Button variant="primary" disabled={!session.isRunning && arns.length === 0}>
                  {session.isRunning ? texts.stop : texts.start}
                </Button>
                <Button formAction="none" onClick={session.clear}>
                  {texts.clear}
                </Button>
                <Box>{session.isRunning && <StatusIndicator type="in-progress">{texts.running}</StatusIndicator>}</Box>
              </SpaceBetween>
              {session.error && <ErrorAlert error={session.error} />}
            </SpaceBetween>
          </form>
        </Container>
        <PagedTable
          title={logs.events.title}
          query={{ data: session.events, error: null, isPending: false, refetch: () => undefined }}
          columns={eventColumns}
          id={({ id }) => id}
          pageSize={50}
          empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
        />
      </SpaceBetween>
    </Page>
  );
}
