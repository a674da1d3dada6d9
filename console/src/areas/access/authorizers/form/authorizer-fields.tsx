import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { FunctionField } from '../../../../parts/function-field.tsx';
import { authorizers } from '../../../../texts/en/authorizers.ts';
import { CachingFields } from './caching-fields.tsx';
import type { DraftProps } from './draft-props.ts';
import { IdentitySourcesField } from './identity-sources-field.tsx';
import { TokenFields } from './token-fields.tsx';
import { UserPoolsField } from './user-pools-field.tsx';

const texts = authorizers.form;

interface Props extends DraftProps {
  /** Methods ask functions and user pools in different ways, so what is there stays one or the other. */
  readonly isNew: boolean;
}

/** Everything that an authorizer is. */
export function AuthorizerFields({ draft, set, isNew }: Props): JSX.Element {
  const isPools = draft.type === 'COGNITO_USER_POOLS';
  return (
    <SpaceBetween size="l">
      <FormField label={texts.name} constraintText={texts.nameConstraint}>
        <Input value={draft.name} onChange={({ detail }) => set({ name: detail.value })} autoComplete={false} />
      </FormField>
      {isNew && (
        <FormField label={texts.type}>
          <RadioGroup
            value={isPools ? 'cognito' : 'lambda'}
            onChange={({ detail }) => set({ type: detail.value === 'cognito' ? 'COGNITO_USER_POOLS' : 'TOKEN' })}
            items={[
              { value: 'lambda', ...texts.kinds.lambda },
              { value: 'cognito', ...texts.kinds.cognito },
            ]}
          />
        </FormField>
      )}
      {isPools ? (
        <UserPoolsField pools={draft.userPools} onChange={(userPools) => set({ userPools })} />
      ) : (
        <FunctionFields draft={draft} set={set} />
      )}
      {draft.type === 'REQUEST' ? (
        <IdentitySourcesField sources={draft.sources} onChange={(sources) => set({ sources })} />
      ) : (
        <TokenFields draft={draft} set={set} />
      )}
      {!isPools && <CachingFields draft={draft} set={set} />}
      <ExpandableSection headerText={texts.more} variant="footer">
        <FormField label={texts.authType} description={texts.authTypeDescription}>
          <Input value={draft.authType} onChange={({ detail }) => set({ authType: detail.value })} spellcheck={false} />
        </FormField>
      </ExpandableSection>
    </SpaceBetween>
  );
}

/** Which function is asked, as whom, and with what. */
function FunctionFields({ draft, set }: DraftProps): JSX.Element {
  return (
    <SpaceBetween size="l">
      <FunctionField value={draft.functionArn} onChange={(functionArn) => set({ functionArn })} />
      <FormField label={texts.role} description={texts.roleDescription} stretch>
        <Input
          value={draft.roleArn}
          onChange={({ detail }) => set({ roleArn: detail.value.trim() })}
          placeholder="arn:aws:iam::000000000000:role/invoke"
          autoComplete={false}
          spellcheck={false}
        />
      </FormField>
      <FormField label={texts.payload}>
        <RadioGroup
          value={draft.type}
          onChange={({ detail }) => set({ type: detail.value === 'REQUEST' ? 'REQUEST' : 'TOKEN' })}
          items={[
            { value: 'TOKEN', ...texts.payloads.TOKEN },
            { value: 'REQUEST', ...texts.payloads.REQUEST },
          ]}
        />
      </FormField>
    </SpaceBetween>
  );
}
