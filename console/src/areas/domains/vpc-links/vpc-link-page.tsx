import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { ResourceTags } from '../../../parts/tags/index.ts';
import { useNavigate, usePageParams, useQueryParam, useRegion } from '../../../routing/index.ts';
import { vpcLinks as texts } from '../../../texts/en/vpc-links.ts';
import { TRAIL } from '../trail.ts';
import { DeleteVpcLink } from './delete-vpc-link.tsx';
import { EditVpcLink } from './edit-vpc-link.tsx';
import { useVpcLink, type VpcLink } from './use-vpc-links.ts';
import { VpcLinkStatus } from './vpc-link-status.tsx';

/** One VPC link. */
export default function VpcLinkPage(): JSX.Element {
  const { vpcLinkId } = usePageParams('vpcLinkId');
  const region = useRegion();
  const navigate = useNavigate();
  const link = useVpcLink(vpcLinkId);
  const [dialog, setDialog] = useQueryParam('dialog');
  return (
    <Page
      title={link.data?.name ?? vpcLinkId}
      trail={[...TRAIL, { text: texts.title, path: '/vpc-links' }]}
      actions={
        <Button disabled={!link.data} onClick={() => setDialog('delete')}>
          {texts.delete.button}
        </Button>
      }
    >
      <QueryState query={link}>
        {(vpcLink) => (
          <SpaceBetween size="l">
            <Details vpcLink={vpcLink} />
            <Servers vpcLink={vpcLink} />
            <EditVpcLink vpcLink={vpcLink} />
            <ResourceTags service="apigateway" arn={`arn:aws:apigateway:${region}::/vpclinks/${vpcLinkId}`} />
          </SpaceBetween>
        )}
      </QueryState>
      {dialog === 'delete' && link.data && (
        <DeleteVpcLink
          vpcLink={link.data}
          onClose={() => setDialog('')}
          onDeleted={() => navigate('/vpc-links', { replace: true })}
        />
      )}
    </Page>
  );
}

function Details({ vpcLink }: { readonly vpcLink: VpcLink }): JSX.Element {
  const { id = '', targetArns = [], statusMessage } = vpcLink;
  return (
    <Container header={<Header variant="h2">{texts.details.title}</Header>}>
      <SpaceBetween size="l">
        <KeyValues
          pairs={[
            [texts.columns.id, <CopyText key="id" text={id} />],
            [texts.columns.status, <VpcLinkStatus key="status" vpcLink={vpcLink} />],
            [texts.details.message, statusMessage],
          ]}
        />
        <KeyValues
          columns={1}
          pairs={[[texts.columns.target, <CopyText key="target" text={targetArns.join(', ')} />]]}
        />
      </SpaceBetween>
    </Container>
  );
}

/** What stands for the load balancer here is a setting of the server, which the API does not tell. */
function Servers({ vpcLink: { name = '' } }: { readonly vpcLink: VpcLink }): JSX.Element {
  return (
    <Container header={<Header variant="h2">{texts.servers.title}</Header>}>
      <SpaceBetween size="s">
        <div>{texts.servers.text}</div>
        <CopyText text={`sallyport start --vpc-links '${name}=http://10.0.0.1:8080,http://10.0.0.2:8080'`} />
      </SpaceBetween>
    </Container>
  );
}
