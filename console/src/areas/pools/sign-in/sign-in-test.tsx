import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { QueryState } from '../../../parts/query-state.tsx';
import { useQueryParam } from '../../../routing/index.ts';
import { parts } from '../../../texts/en/parts.ts';
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
  const options = (clients.data ?? []).map(({ id, name }) => ({ value: id, label: name, description: id }));
  return (
    <Container
      header={
        <Header variant="h2" description={texts.description}>
          {texts.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <FormField label={texts.client} errorText={clients.error?.message}>
          <Select
            options={options}
            selectedOption={options.find(({ value }) => value === clientId) ?? null}
            onChange={({ detail }) => setClient(detail.selectedOption.value ?? '')}
            placeholder={texts.chooseClient}
            empty={texts.noClient}
            filteringType={options.length > 10 ? 'auto' : 'none'}
            filteringAriaLabel={texts.client}
            statusType={clients.isPending ? 'loading' : 'finished'}
            loadingText={parts.loading}
          />
        </FormField>
        {clientId !== '' && (
          <QueryState query={client}>{(data) => <SignInForm key={clientId} client={data} />}</QueryState>
        )}
      </SpaceBetween>
    </Container>
  );
}
