import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { http } from '../../../texts/en/http.ts';
import { LinesField } from '../lines-field.tsx';
import type { AuthorizerDraft } from './draft.ts';

const texts = http.authorizer;

export interface AuthorizerFieldsProps {
  readonly draft: AuthorizerDraft;
  onChange(changes: Partial<AuthorizerDraft>): void;
}

/** Where a token is, who must have issued it, and for whom. */
export function JwtFields({ draft, onChange }: AuthorizerFieldsProps): JSX.Element {
  return (
    <SpaceBetween size="l">
      <FormField label={texts.identitySource} description={texts.tokenHint} stretch>
        <Input
          value={draft.identitySource}
          onChange={({ detail }) => onChange({ identitySource: detail.value })}
          autoComplete={false}
          spellcheck={false}
        />
      </FormField>
      <FormField label={texts.issuer} description={texts.issuerHint} stretch>
        <Input
          value={draft.issuer}
          onChange={({ detail }) => onChange({ issuer: detail.value })}
          placeholder="https://cognito-idp.us-east-1.amazonaws.com/us-east-1_a1b2c3d4e"
          autoComplete={false}
          spellcheck={false}
        />
      </FormField>
      <LinesField
        label={texts.audience}
        description={texts.audienceHint}
        value={draft.audience}
        onChange={(audience) => onChange({ audience })}
      />
    </SpaceBetween>
  );
}
