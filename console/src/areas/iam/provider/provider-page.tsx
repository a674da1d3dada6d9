import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { isGone } from '../../../aws/index.ts';
import { useCall } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { Time } from '../../../parts/time.tsx';
import { useHref, useNavigate, useQueryParam } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { providers as texts } from '../../../texts/en/identity-providers.ts';
import { trailOf } from '../addresses.ts';
import { hostOf } from '../providers/host-of.ts';
import { DeleteProvider } from './delete-provider.tsx';
import { ProviderLists } from './provider-lists.tsx';
import { ProviderTags } from './provider-tags.tsx';

const LIST = '/iam/identity-providers';
const TRAIL = trailOf({ text: texts.title, path: LIST });

/** The provider that `arn` names: for whom its tokens count. */
export default function ProviderPage(): JSX.Element {
  const href = useHref();
  const [arn] = useQueryParam('arn');
  if (arn !== '') return <ProviderOf arn={arn} />;
  return (
    <Page title={texts.title} trail={TRAIL}>
      <EmptyState
        title={texts.noArn.title}
        text={texts.noArn.text}
        action={<Button href={href(LIST)}>{texts.title}</Button>}
      />
    </Page>
  );
}

function ProviderOf({ arn }: { readonly arn: string }): JSX.Element {
  const navigate = useNavigate();
  const provider = useCall('iam', 'getOpenIDConnectProvider', { OpenIDConnectProviderArn: arn });
  const [dialog, setDialog] = useQueryParam('dialog');
  return (
    <Page
      title={hostOf(arn)}
      trail={TRAIL}
      actions={!isGone(provider.error) && <Button onClick={() => setDialog('delete')}>{texts.delete.title}</Button>}
    >
      <QueryState query={provider}>
        {({ Url, CreateDate, ClientIDList = [], ThumbprintList = [], Tags }) => (
          <SpaceBetween size="l">
            <Container header={<Header variant="h2">{iam.summary}</Header>}>
              <KeyValues
                long={[[iam.arn, <CopyText key="arn" text={arn} />]]}
                pairs={[
                  [texts.provider, Url],
                  [iam.created, <Time key="created" date={CreateDate} />],
                ]}
              />
            </Container>
            <ProviderLists arn={arn} clients={ClientIDList} thumbprints={ThumbprintList} />
            <ProviderTags arn={arn} saved={Tags} />
          </SpaceBetween>
        )}
      </QueryState>
      {dialog === 'delete' && (
        <DeleteProvider arn={arn} onClose={() => setDialog('')} onDeleted={() => navigate(LIST, { replace: true })} />
      )}
    </Page>
  );
}
