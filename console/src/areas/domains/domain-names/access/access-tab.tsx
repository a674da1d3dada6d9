import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { domains } from '../../../../texts/en/domains.ts';
import type { DomainName } from '../use-domain-names.ts';
import { Associations } from './associations.tsx';
import { ASSOCIATE_POLICY, INVOKE_POLICY } from './examples.ts';
import { PolicyForm } from './policy-form.tsx';

const texts = domains.access;

/** Who reaches a private domain name, from where. */
export function AccessTab({ domain }: { readonly domain: DomainName }): JSX.Element {
  return (
    <SpaceBetween size="l">
      <Associations domain={domain} />
      <PolicyForm
        domain={domain}
        member="policy"
        title={texts.policy}
        hint={texts.policyHint}
        example={INVOKE_POLICY}
      />
      <PolicyForm
        domain={domain}
        member="managementPolicy"
        title={texts.managementPolicy}
        hint={texts.managementPolicyHint}
        example={ASSOCIATE_POLICY}
      />
    </SpaceBetween>
  );
}
