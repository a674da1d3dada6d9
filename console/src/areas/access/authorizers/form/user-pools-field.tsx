import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TokenGroup from '@cloudscape-design/components/token-group';
import { type JSX, useState } from 'react';
import { useAll } from '../../../../data/index.ts';
import { useAws, useSession } from '../../../../session/index.ts';
import { authorizers } from '../../../../texts/en/authorizers.ts';
import { parts } from '../../../../texts/en/parts.ts';

const texts = authorizers.form;
/** As many as `ListUserPools` gives. */
const PAGE = 60;

interface Props {
  /** ARNs. */
  readonly pools: readonly string[];
  onChange(pools: readonly string[]): void;
}

/** User pools, chosen by name or typed as ARNs: those of other accounts and regions are typed. */
export function UserPoolsField({ pools, onChange }: Props): JSX.Element {
  const { region } = useAws();
  const { signedIn } = useSession();
  const [typed, setTyped] = useState('');
  const known = useAll('cognito-idp', 'listUserPools', { MaxResults: PAGE }, ({ UserPools }) => UserPools);
  const options = (known.data ?? []).map(({ Id = '', Name = '' }) => ({
    value: `arn:aws:cognito-idp:${region}:${signedIn?.identity.account ?? ''}:userpool/${Id}`,
    label: Name,
    description: Id,
  }));
  const nameOf = (arn: string): string => options.find(({ value }) => value === arn)?.label ?? arn;
  const add = (arn: string): void => {
    setTyped('');
    if (arn.trim() !== '' && !pools.includes(arn.trim())) onChange([...pools, arn.trim()]);
  };
  return (
    <SpaceBetween size="xs">
      <FormField label={texts.pools} description={texts.poolsDescription} stretch>
        <Autosuggest
          value={typed}
          onChange={({ detail }) => setTyped(detail.value)}
          onSelect={({ detail }) => add(detail.value)}
          onBlur={() => {
            // Whoever typed a whole ARN and goes on means it.
            if (typed.startsWith('arn:')) add(typed);
          }}
          options={options.filter(({ value }) => !pools.includes(value))}
          enteredTextLabel={texts.usePool}
          placeholder={texts.choosePool}
          statusType={known.isPending ? 'loading' : known.error ? 'error' : 'finished'}
          loadingText={parts.loading}
          errorText={known.error?.message ?? ''}
          empty={texts.noPools}
          virtualScroll
        />
      </FormField>
      {pools.length > 0 && (
        <TokenGroup
          items={pools.map((arn) => ({ label: nameOf(arn), dismissLabel: texts.removePool(nameOf(arn)) }))}
          onDismiss={({ detail }) => onChange(pools.filter((_, at) => at !== detail.itemIndex))}
        />
      )}
    </SpaceBetween>
  );
}
