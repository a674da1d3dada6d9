import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { JSX } from 'react';
import { manyOptions } from '../../parts/many-options.ts';
import { functions } from '../../texts/en/functions.ts';
import { LATEST, useAliases, useVersions } from './use-versions.ts';

const texts = functions.qualifier;

interface Props {
  readonly label: string;
  readonly functionName: string;
  readonly value: string;
  onChange(qualifier: string): void;
  /** Whether what is worked on may be chosen, which provisioned concurrency has no use for. */
  readonly withLatest?: boolean;
  /** Whether a version may, which function URLs have not. */
  readonly withVersions?: boolean;
}

/** The function itself, one of its aliases, or one of its versions. */
export function QualifierField({ label, functionName, value, onChange, ...props }: Props): JSX.Element {
  const { withLatest = true, withVersions = true } = props;
  const aliases = useAliases(functionName);
  const versions = useVersions(functionName);
  const latest = { value: LATEST, label: LATEST };
  const named = (aliases.data ?? []).map(({ Name = '', FunctionVersion = '' }) => ({
    value: Name,
    label: Name,
    description: texts.leadsTo(FunctionVersion),
  }));
  const published = (withVersions ? (versions.data ?? []) : []).map(({ Version = '', Description = '' }) => ({
    value: Version,
    label: Version,
    description: Description,
  }));
  const error = aliases.error ?? versions.error;
  return (
    <FormField label={label} errorText={error?.message}>
      <Select
        selectedOption={
          [latest, ...named, ...published].find((option) => option.value === value) ?? (value ? { value } : null)
        }
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? LATEST)}
        options={[
          ...(withLatest ? [latest] : []),
          ...(named.length > 0 ? [{ label: texts.aliases, options: named }] : []),
          ...(published.length > 0 ? [{ label: texts.versions, options: published }] : []),
        ]}
        {...manyOptions(label, named.length + published.length)}
        statusType={aliases.isPending || versions.isPending ? 'loading' : 'finished'}
        placeholder={texts.choose}
        empty={texts.none}
      />
    </FormField>
  );
}
