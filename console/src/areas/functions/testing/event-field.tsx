import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useNotify } from '../../../page/index.ts';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { functions } from '../../../texts/en/functions.ts';
import { EVENT_TEMPLATES, eventText } from './event-templates.ts';
import type { useSavedEvents } from './use-saved-events.ts';

const texts = functions.test;
/** Tells a kept event from a template of the same name. */
const SAVED = 'saved:';

interface Props {
  readonly kept: ReturnType<typeof useSavedEvents>;
  /** A template, or `saved:NAME`. */
  readonly chosen: string;
  readonly event: string;
  readonly isJson: boolean;
  onChoose(chosen: string, event: string): void;
  onChange(event: string): void;
}

export function savedId(name: string): string {
  return `${SAVED}${name}`;
}

/** The event, from a template or from those that were kept. */
export function EventField({ kept, chosen, event, isJson, onChoose, onChange }: Props): JSX.Element {
  const notify = useNotify();
  const templates = EVENT_TEMPLATES.map((value) => ({ value: value as string, label: texts.templates[value] }));
  const saved = Object.keys(kept.events).map((name) => ({ value: savedId(name), label: name }));
  const choose = (id: string): void => {
    const template = EVENT_TEMPLATES.find((name) => name === id);
    onChoose(id, template ? eventText(template) : (kept.events[id.slice(SAVED.length)] ?? ''));
  };
  const forget = (): void => {
    const name = chosen.slice(SAVED.length);
    kept.forget(name);
    notify({ type: 'success', content: texts.forgotten(name) });
    onChoose('hello', event);
  };
  return (
    <SpaceBetween size="l">
      <SpaceBetween direction="horizontal" size="xs" alignItems="end">
        <FormField label={texts.template}>
          <Select
            selectedOption={[...templates, ...saved].find(({ value }) => value === chosen) ?? null}
            onChange={({ detail }) => choose(detail.selectedOption.value ?? '')}
            options={[
              { label: texts.templateGroup, options: templates },
              ...(saved.length > 0 ? [{ label: texts.savedGroup, options: saved }] : []),
            ]}
          />
        </FormField>
        {chosen.startsWith(SAVED) && (
          <Button formAction="none" onClick={forget}>
            {texts.forget}
          </Button>
        )}
      </SpaceBetween>
      <FormField label={texts.event} errorText={isJson ? '' : texts.noJson} stretch>
        <CodeEditor value={event} language="json" label={texts.event} onChange={onChange} minLines={8} />
      </FormField>
    </SpaceBetween>
  );
}
