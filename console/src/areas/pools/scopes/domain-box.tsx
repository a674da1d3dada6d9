import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { JSX, ReactNode } from 'react';
import { CopyText } from '../../../parts/copy-text.tsx';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { useQueryParam, useRegion } from '../../../routing/index.ts';
import { pools } from '../../../texts/en/pools.ts';
import { useIssuer } from '../pools/use-issuer.ts';
import type { UserPool } from '../pools/use-pools.ts';
import { CreateDomain } from './create-domain.tsx';
import { DeleteDomain } from './delete-domain.tsx';
import { domainAddress } from './domain-address.ts';

const texts = pools.domain;

/** Where applications get tokens: the pool's own address always, and one with a name where it has a domain. */
export function DomainBox({ pool }: { readonly pool: UserPool }): JSX.Element {
  const { Id: poolId = '', Domain: prefix, CustomDomain: custom } = pool;
  const domain = prefix ?? custom;
  const region = useRegion();
  const issuer = useIssuer(poolId);
  const [dialog, setDialog] = useQueryParam('dialog');
  const close = (): void => setDialog('');
  const copy = (text: string | undefined): ReactNode => text && <CopyText text={text} />;
  const action =
    domain === undefined ? (
      <Button onClick={() => setDialog('create-domain')}>{texts.create}</Button>
    ) : (
      <Button onClick={() => setDialog('delete-domain')}>{texts.delete.button}</Button>
    );
  return (
    <Container
      header={
        <Header variant="h2" description={texts.hint} actions={action}>
          {texts.title}
        </Header>
      }
    >
      {issuer.error && <ErrorAlert error={issuer.error} retry={() => issuer.refetch()} />}
      <KeyValues
        columns={2}
        pairs={[
          [texts.tokens, copy(issuer.data?.token_endpoint)],
          [texts.address, copy(prefix === undefined ? custom : domainAddress(prefix, region, location))],
        ]}
      />
      {dialog === 'create-domain' && <CreateDomain poolId={poolId} onClose={close} />}
      {dialog === 'delete-domain' && domain !== undefined && (
        <DeleteDomain poolId={poolId} domain={domain} onClose={close} />
      )}
    </Container>
  );
}
