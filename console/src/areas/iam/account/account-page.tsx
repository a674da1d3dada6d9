import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { account as texts } from '../../../texts/en/iam-account.ts';
import { trailOf } from '../addresses.ts';
import { AccountSummary } from './account-summary.tsx';
import { AliasBox } from './alias-box.tsx';
import { PasswordPolicyBox } from './password-policy-box.tsx';

/** The account as IAM sees it. */
export default function AccountPage(): JSX.Element {
  return (
    <Page title={texts.title} trail={trailOf()}>
      <SpaceBetween size="l">
        <AliasBox />
        <PasswordPolicyBox />
        <AccountSummary />
      </SpaceBetween>
    </Page>
  );
}
