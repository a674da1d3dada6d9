import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormEvent, type JSX, useMemo, useState } from 'react';
import { useQueryParam } from '../../routing/index.ts';
import { logs } from '../../texts/en/logs.ts';
import { EmptyState } from '../empty-state.tsx';
import { PagedTable } from '../paged-table.tsx';
import { PeriodPicker, usePeriod } from '../period/index.ts';
import { eventColumns } from './columns.tsx';
import { SHOWN_EVENTS, useLogEvents } from './use-log-events.ts';

const texts = logs.events;

interface Props {
  readonly group: string;
  /** Where what happened last is looked for. */
  readonly isNewestFirst?: boolean;
}

/** Events of a group by filter pattern, stream and time. */
export function EventSearch({ group, isNewestFirst = false }: Props): JSX.Element {
  const [stream, setStream] = useQueryParam('stream');
  const [pattern, setPattern] = useQueryParam('filter');
  const [typed, setTyped] = useState(pattern);
  const { chosen, choose, period, refresh } = usePeriod(0);
  const found = useLogEvents({ group, stream, pattern, period, isNewestFirst });
  const shown = useMemo(() => {
    const events = found.data?.events.map((event) => ({ ...event, id: event.eventId ?? '' }));
    return isNewestFirst ? events?.toReversed() : events;
  }, [found.data, isNewestFirst]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed === pattern) refresh();
    setPattern(typed);
  };
  return (
    <SpaceBetween size="l">
      <form onSubmit={submit}>
        <SpaceBetween direction="horizontal" size="s" alignItems="end">
          <FormField label={texts.pattern}>
            <Input
              value={typed}
              onChange={({ detail }) => setTyped(detail.value)}
              placeholder={texts.patternExample}
              spellcheck={false}
            />
          </FormField>
          <FormField label={texts.period}>
            <PeriodPicker chosen={chosen} onChoose={choose} />
          </FormField>
          <Button>{texts.search}</Button>
          {stream !== '' && (
            <Button formAction="none" iconName="close" iconAlign="right" onClick={() => setStream('')}>
              {texts.ofStream(stream)}
            </Button>
          )}
        </SpaceBetween>
      </form>
      {found.data?.isCut && <Alert type="info">{(isNewestFirst ? texts.cutLatest : texts.cut)(SHOWN_EVENTS)}</Alert>}
      <PagedTable
        title={texts.title}
        query={{ ...found, data: shown }}
        columns={eventColumns}
        id={({ id }) => id}
        pageSize={50}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
      />
    </SpaceBetween>
  );
}
