import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import type { JSX } from 'react';
import { useAll } from '../../data/index.ts';
import { functions } from '../../texts/en/functions.ts';

const texts = functions.role;

interface Props {
  readonly value: string;
  onChange(arn: string): void;
}

/** A role's ARN, chosen from those that trust Lambda, or typed: who may not list roles can still name one. */
export function RoleField({ value, onChange }: Props): JSX.Element {
  const roles = useAll('iam', 'listRoles', { MaxItems: 1000 }, (page) => page.Roles);
  const trusted = (roles.data ?? []).filter(({ AssumeRolePolicyDocument = '' }) =>
    decodeURIComponent(AssumeRolePolicyDocument).includes('lambda.amazonaws.com'),
  );
  return (
    <FormField label={texts.label} stretch>
      <Autosuggest
        value={value}
        onChange={({ detail }) => onChange(detail.value)}
        options={trusted.map(({ Arn = '', RoleName = '' }) => ({ value: Arn, label: RoleName, description: Arn }))}
        enteredTextLabel={texts.useText}
        placeholder={texts.placeholder}
        statusType={roles.isPending ? 'loading' : roles.error ? 'error' : 'finished'}
        errorText={roles.error?.message ?? ''}
        empty={texts.none}
        virtualScroll
      />
    </FormField>
  );
}
