import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { type JSX, useEffect, useRef } from 'react';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { parts } from '../../../texts/en/parts.ts';
import { playground as texts } from '../../../texts/en/playground.ts';
import { useStarts } from './use-starts.ts';

interface Props {
  readonly apiId: string;
  readonly chosen: string;
  onChoose(start: string): void;
  /** Told of the template that was chosen, once it is there. */
  onTemplate(template: string): void;
}

/** A template to begin with. */
export function StartField({ apiId, chosen, onChoose, onTemplate }: Props): JSX.Element {
  const { options, isPending, template, error } = useStarts(apiId, chosen);
  const tell = useRef(onTemplate);
  tell.current = onTemplate;
  // Once for each choice: read again, as a method's is that somebody else has changed, it would take the place of what was typed.
  const told = useRef('');
  useEffect(() => {
    if (typeof template !== 'string' || told.current === chosen) return;
    told.current = chosen;
    tell.current(template);
  }, [template, chosen]);
  const selected = options.flatMap((group) => group.options).find(({ value }) => value === chosen);
  return (
    <FormField label={texts.start} stretch>
      <Select
        selectedOption={selected ?? null}
        onChange={({ detail }) => onChoose(detail.selectedOption.value ?? '')}
        options={options}
        placeholder={texts.choose}
        filteringType="auto"
        filteringAriaLabel={texts.start}
        virtualScroll
        statusType={isPending ? 'loading' : 'finished'}
        loadingText={parts.loading}
      />
      {error && <ErrorAlert error={error} />}
      {template === null && <Alert type="warning">{texts.noExample}</Alert>}
    </FormField>
  );
}
