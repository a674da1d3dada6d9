import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import type { JSX } from 'react';
import { useAll } from '../data/index.ts';
import { parts } from '../texts/en/parts.ts';

const texts = parts.function;

interface Props {
  readonly value: string;
  onChange(arn: string): void;
}

/** A function's ARN, chosen or typed: one of another account, of an alias, or named by a stage variable is typed. */
export function FunctionField({ value, onChange }: Props): JSX.Element {
  const functions = useAll('lambda', 'listFunctions', {}, (page) => page.Functions);
  return (
    <FormField label={texts.label} description={texts.description} warningText={functions.error?.message} stretch>
      <Autosuggest
        value={value}
        onChange={({ detail }) => onChange(detail.value)}
        options={(functions.data ?? []).map(({ FunctionArn = '', FunctionName = '' }) => ({
          value: FunctionArn,
          label: FunctionName,
          description: FunctionArn,
        }))}
        enteredTextLabel={texts.useText}
        placeholder={texts.placeholder}
        statusType={functions.isPending ? 'loading' : functions.error ? 'error' : 'finished'}
        loadingText={parts.loading}
        errorText={functions.error?.message ?? ''}
        empty={texts.none}
        virtualScroll
      />
    </FormField>
  );
}
