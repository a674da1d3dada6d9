import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { FunctionField } from '../../../parts/function-field.tsx';
import { http } from '../../../texts/en/http.ts';
import { LinesField } from '../lines-field.tsx';
import { TTL } from './draft.ts';
import type { AuthorizerFieldsProps } from './jwt-fields.tsx';

const texts = http.authorizer;
const PAYLOADS = ['2.0', '1.0'].map((value) => ({ value, label: value }));
const RESPONSES = (['simple', 'policy'] as const).map((value) => ({ value, ...texts.responses[value] }));

/** The function that decides, what it gets and gives, and how long its word holds. */
export function LambdaFields({ draft, onChange }: AuthorizerFieldsProps): JSX.Element {
  return (
    <SpaceBetween size="l">
      <FunctionField value={draft.functionArn} onChange={(functionArn) => onChange({ functionArn })} />
      <FormField label={texts.payload}>
        <RadioGroup
          value={draft.payload}
          onChange={({ detail }) => onChange({ payload: detail.value })}
          items={PAYLOADS}
        />
      </FormField>
      {draft.payload === '2.0' && (
        <FormField label={texts.response}>
          <RadioGroup
            value={draft.isSimple ? 'simple' : 'policy'}
            onChange={({ detail }) => onChange({ isSimple: detail.value === 'simple' })}
            items={RESPONSES}
          />
        </FormField>
      )}
      <LinesField
        label={texts.identitySources}
        description={texts.identitySourcesHint}
        placeholder="$request.header.Authorization"
        value={draft.identitySource}
        onChange={(identitySource) => onChange({ identitySource })}
      />
      <FormField label={texts.ttlField} description={texts.ttlHint} constraintText={texts.ttlRange(TTL.max)}>
        <Input
          type="number"
          inputMode="numeric"
          value={draft.ttl}
          onChange={({ detail }) => onChange({ ttl: detail.value })}
        />
      </FormField>
      <FormField label={http.integration.credentialsField} description={http.integration.credentialsHint} stretch>
        <Input
          value={draft.credentials}
          onChange={({ detail }) => onChange({ credentials: detail.value })}
          autoComplete={false}
          spellcheck={false}
        />
      </FormField>
    </SpaceBetween>
  );
}
