import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { PickField } from '../../../parts/pick-field.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { useQueryParam } from '../../../routing/index.ts';
import { pools } from '../../../texts/en/pools.ts';
import { useClient, useClients } from '../clients/use-clients.ts';
import { SignInForm } from './sign-in-form.tsx';

const texts = pools.signIn;

/** Signs a user in through one of a pool's clients, for tokens to try an authorizer with. */
export function SignInTest({ poolId }: { readonly poolId: string }): JSX.Element {
  const clients = useClients(poolId);
  const [chosen, setClient] = useQueryParam('client');
  const [only, second] = clients.data ?? [];
  const clientId = chosen === '' && only && !second ? only.id : chosen;
  const client = useClient(poolId, clientId);
  return (
    <Container
      header={
        <Header variant="h2" description={texts.description}>
          {texts.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <PickField
          label={texts.client}
          placeholder={texts.chooseClient}
          empty={texts.noClient}
          query={clients}
          options={(clients.data ?? []).map(({ id, name }) => ({ value: id, label: name, description: id }))}
          selected={clientId}
          onSelect={setClient}
        />
        {clientId !== '' && (
          <QueryState query={client}>{(data) => <SignInForm key={clientId} client={data} />}</QueryState>
        )}
      </SpaceBetween>
    </Container>
  );
}
