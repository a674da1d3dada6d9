import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { useQueryParam } from '../../../routing/index.ts';
import { useAws } from '../../../session/index.ts';
import { functions } from '../../../texts/en/functions.ts';
import { EventField } from './event-field.tsx';
import { eventText } from './event-templates.ts';
import { type InvocationType, invoke, parsed } from './invocation.ts';
import { InvocationResult } from './invocation-result.tsx';
import { SaveEvent } from './save-event.tsx';
import { TargetFields } from './target-fields.tsx';
import { TestActions } from './test-actions.tsx';
import { useSavedEvents } from './use-saved-events.ts';

const texts = functions.test;

interface Props {
  readonly functionName: string;
  /** The version or alias that the page shows. */
  readonly qualifier: string;
}

/** Tries a function with an event. */
export function TestTab({ functionName, qualifier }: Props): JSX.Element {
  const aws = useAws();
  const [event, setEvent] = useState(() => eventText('hello'));
  const [chosen, setChosen] = useState('hello');
  const [target, setTarget] = useState(qualifier);
  const [type, setType] = useState<InvocationType>('RequestResponse');
  const [dialog, setDialog] = useQueryParam('dialog');
  const kept = useSavedEvents(functionName);
  const run = useMutation({ mutationFn: () => invoke(aws, { functionName, qualifier: target, type, event }) });
  const isJson = event.trim() === '' || parsed(event) !== undefined;
  const submit = (submitted: FormEvent): void => {
    submitted.preventDefault();
    if (isJson && !run.isPending) run.mutate();
  };
  return (
    <SpaceBetween size="l">
      {run.error && <ErrorAlert error={run.error} />}
      {run.data && !run.isPending && <InvocationResult invocation={run.data} />}
      <form onSubmit={submit}>
        <Container
          header={
            <Header
              variant="h2"
              description={texts.description}
              actions={
                <TestActions
                  isRunning={run.isPending}
                  canRun={isJson}
                  onFormat={() => setEvent(JSON.stringify(parsed(event) ?? {}, null, 2))}
                  onSave={() => setDialog('save-event')}
                />
              }
            >
              {texts.title}
            </Header>
          }
        >
          <SpaceBetween size="l">
            <TargetFields
              functionName={functionName}
              target={target}
              type={type}
              onTarget={setTarget}
              onType={setType}
            />
            <EventField
              kept={kept}
              chosen={chosen}
              event={event}
              isJson={isJson}
              onChoose={(name, text) => {
                setChosen(name);
                setEvent(text);
              }}
              onChange={setEvent}
            />
          </SpaceBetween>
        </Container>
      </form>
      {dialog === 'save-event' && (
        <SaveEvent kept={kept} event={event} onSaved={setChosen} onClose={() => setDialog('')} />
      )}
    </SpaceBetween>
  );
}
