import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { JSX } from 'react';
import { http } from '../../../texts/en/http.ts';
import { parts } from '../../../texts/en/parts.ts';
import { useAuthorizers } from '../use-http-api.ts';

const texts = http.authorization;

interface Authorization {
  readonly type: string;
  /** Empty where the type has none. */
  readonly authorizerId: string;
}

interface Props {
  readonly apiId: string;
  readonly value: Authorization;
  onChange(value: Authorization): void;
}

/** None, IAM, or one of the API's authorizers: one choice for the type and for which one. */
export function AuthorizationField({ apiId, value, onChange }: Props): JSX.Element {
  const authorizers = useAuthorizers(apiId);
  const fixed = ['NONE', 'AWS_IAM'].map((type) => ({ value: type, label: texts.types[type] ?? type }));
  const own = (authorizers.data ?? []).map(({ AuthorizerId = '', Name = '', AuthorizerType = '' }) => ({
    value: AuthorizerId,
    label: Name,
    description: texts.kinds[AuthorizerType] ?? AuthorizerType,
  }));
  const selected = value.authorizerId === '' ? value.type : value.authorizerId;
  const choose = (id: string): void => {
    const authorizer = authorizers.data?.find(({ AuthorizerId }) => AuthorizerId === id);
    if (!authorizer) onChange({ type: id, authorizerId: '' });
    else onChange({ type: authorizer.AuthorizerType === 'JWT' ? 'JWT' : 'CUSTOM', authorizerId: id });
  };
  return (
    <FormField label={texts.title} description={texts.fieldHint} errorText={authorizers.error?.message}>
      <Select
        selectedOption={[...fixed, ...own].find((option) => option.value === selected) ?? { value: selected }}
        onChange={({ detail }) => choose(detail.selectedOption.value ?? 'NONE')}
        options={[...fixed, ...(own.length > 0 ? [{ label: texts.authorizers, options: own }] : [])]}
        statusType={authorizers.isPending ? 'loading' : 'finished'}
        loadingText={parts.loading}
      />
    </FormField>
  );
}
