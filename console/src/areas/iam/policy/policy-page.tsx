import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { isGone } from '../../../aws/index.ts';
import { Page } from '../../../page/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { useHref, useNavigate, useQueryParam } from '../../../routing/index.ts';
import { policies as texts } from '../../../texts/en/policies.ts';
import { trailOf } from '../addresses.ts';
import { isAwsManaged } from '../use-policies.ts';
import { DeletePolicy } from './delete-policy.tsx';
import { PolicySummary } from './policy-summary.tsx';
import { PolicyTabs } from './policy-tabs.tsx';
import { usePolicy } from './use-policy.ts';

const TRAIL = trailOf({ text: texts.title, path: '/iam/policies' });

/** The managed policy that `arn` names: what it says, who has it, its versions. */
export default function PolicyPage(): JSX.Element {
  const href = useHref();
  const [arn] = useQueryParam('arn');
  if (arn !== '') return <PolicyOf arn={arn} />;
  return (
    <Page title={texts.title} trail={TRAIL}>
      <EmptyState
        title={texts.noArn.title}
        text={texts.noArn.text}
        action={<Button href={href('/iam/policies')}>{texts.title}</Button>}
      />
    </Page>
  );
}

function PolicyOf({ arn }: { readonly arn: string }): JSX.Element {
  const navigate = useNavigate();
  const policy = usePolicy(arn);
  const [dialog, setDialog] = useQueryParam('dialog');
  return (
    <Page
      title={arn.slice(arn.lastIndexOf('/') + 1)}
      trail={TRAIL}
      actions={
        !isAwsManaged(arn) &&
        !isGone(policy.error) && <Button onClick={() => setDialog('delete')}>{texts.delete.title}</Button>
      }
    >
      <QueryState query={policy}>
        {({ Policy }) =>
          Policy && (
            <SpaceBetween size="l">
              <PolicySummary policy={Policy} />
              <PolicyTabs policy={Policy} />
            </SpaceBetween>
          )
        }
      </QueryState>
      {dialog === 'delete' && (
        <DeletePolicy
          arn={arn}
          onClose={() => setDialog('')}
          onDeleted={() => navigate('/iam/policies', { replace: true })}
        />
      )}
    </Page>
  );
}
