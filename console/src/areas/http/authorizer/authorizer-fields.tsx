import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tiles from '@cloudscape-design/components/tiles';
import type { JSX } from 'react';
import { http } from '../../../texts/en/http.ts';
import { type AuthorizerDraft, KINDS } from './draft.ts';
import { JwtFields } from './jwt-fields.tsx';
import { LambdaFields } from './lambda-fields.tsx';

const texts = http.authorizer;

interface Props {
  readonly draft: AuthorizerDraft;
  /** Of one that is there: routes count on its type. */
  readonly isTypeFixed: boolean;
  onChange(changes: Partial<AuthorizerDraft>): void;
}

/** How callers are told apart. */
export function AuthorizerFields({ draft, isTypeFixed, onChange: set }: Props): JSX.Element {
  const KindFields = draft.kind === 'JWT' ? JwtFields : LambdaFields;
  return (
    <SpaceBetween size="l">
      {!isTypeFixed && (
        <FormField label={texts.type} stretch>
          <Tiles
            ariaLabel={texts.type}
            columns={2}
            value={draft.kind}
            onChange={({ detail }) => set({ kind: KINDS.find((known) => known === detail.value) ?? draft.kind })}
            items={KINDS.map((value) => ({ value, ...texts.kinds[value] }))}
          />
        </FormField>
      )}
      <FormField label={texts.name}>
        <Input value={draft.name} onChange={({ detail }) => set({ name: detail.value })} autoComplete={false} />
      </FormField>
      <KindFields draft={draft} onChange={set} />
    </SpaceBetween>
  );
}
