import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useAll } from '../../../data/index.ts';
import { manyOptions } from '../../../parts/many-options.ts';
import { resources as texts } from '../../../texts/en/resources.ts';

interface Authorization {
  readonly authorizationType: string;
  readonly authorizerId: string;
  /** With white space between them. */
  readonly scopes: string;
}

interface Props {
  readonly restApiId: string;
  readonly value: Authorization;
  onChange(value: Authorization): void;
}

/** None, IAM, or one of the API's authorizers: as AWS's console does, one choice for the type and for which one. */
export function AuthorizationField({ restApiId, value, onChange }: Props): JSX.Element {
  const authorizers = useAll('apigateway', 'getAuthorizers', { restApiId, limit: 500 }, (page) => page.items);
  const { authorizationType, authorizerId, scopes } = value;
  const own = (authorizers.data ?? []).map(({ id = '', name = '', type = '' }) => ({
    value: id,
    label: name,
    description: texts.authorization.kinds[type] ?? type,
  }));
  const fixed = ['NONE', 'AWS_IAM'].map((type) => ({ value: type, label: texts.authorization.types[type] ?? type }));
  const chosen = authorizerId === '' ? authorizationType : authorizerId;
  const choose = (id: string): void => {
    const authorizer = authorizers.data?.find((each) => each.id === id);
    if (!authorizer) onChange({ authorizationType: id, authorizerId: '', scopes: '' });
    else {
      const type = authorizer.type === 'COGNITO_USER_POOLS' ? 'COGNITO_USER_POOLS' : 'CUSTOM';
      onChange({ authorizationType: type, authorizerId: id, scopes: type === 'CUSTOM' ? '' : scopes });
    }
  };
  return (
    <SpaceBetween size="l">
      <FormField label={texts.authorization.title}>
        <Select
          selectedOption={[...fixed, ...own].find((option) => option.value === chosen) ?? { value: chosen }}
          onChange={({ detail }) => choose(detail.selectedOption.value ?? 'NONE')}
          options={[...fixed, ...(own.length > 0 ? [{ label: texts.authorization.authorizers, options: own }] : [])]}
          {...manyOptions(texts.authorization.title, own.length)}
          statusType={authorizers.isPending ? 'loading' : 'finished'}
        />
      </FormField>
      {authorizationType === 'COGNITO_USER_POOLS' && (
        <FormField label={texts.methodRequest.scopes} constraintText={texts.methodRequest.scopesConstraint}>
          <Input value={scopes} onChange={({ detail }) => onChange({ ...value, scopes: detail.value })} />
        </FormField>
      )}
    </SpaceBetween>
  );
}
