import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { CopyText } from '../../../../parts/copy-text.tsx';
import { type Gateway, useGateway } from '../../../../parts/use-gateway.ts';
import { domains } from '../../../../texts/en/domains.ts';
import { NONE, useMappings } from '../mappings/use-mappings.ts';
import { type DomainName, isPrivate } from '../use-domain-names.ts';
import { commandsOf } from './commands.ts';

const texts = domains.overview.reach;

/** What DNS has to say, and commands that try a domain name. */
export function Reach({ domain }: { readonly domain: DomainName }): JSX.Element {
  const gateway = useGateway();
  const mappings = useMappings(domain);
  const [first] = mappings.data ?? [];
  const path = first === undefined || first.path === NONE ? '/' : `/${first.path}/`;
  return (
    <Container header={<Header variant="h2">{texts.title}</Header>}>
      <SpaceBetween size="m">
        {mappings.data?.length === 0 && domain.routingMode === 'BASE_PATH_MAPPING_ONLY' && <div>{texts.nothing}</div>}
        {isPrivate(domain) && <div>{texts.private}</div>}
        <Commands domain={domain} gateway={gateway} path={path} />
      </SpaceBetween>
    </Container>
  );
}

interface Props {
  readonly domain: DomainName;
  readonly gateway: Gateway;
  readonly path: string;
}

function Commands({ domain, gateway, path }: Props): JSX.Element {
  const { dns, http, https } = commandsOf(domain.domainName ?? '', gateway, path, {
    isMutual: domain.mutualTlsAuthentication !== undefined,
  });
  return (
    <SpaceBetween size="m">
      <Command label={texts.dns} text={dns} />
      {http !== undefined && <Command label={texts.now} text={http} />}
      {https !== undefined && (
        <Command
          label={texts.https}
          text={https}
          note={domain.mutualTlsAuthentication ? texts.mutualTls : texts.httpsNote}
        />
      )}
    </SpaceBetween>
  );
}

function Command({ label, text, note }: { readonly label: string; readonly text: string; readonly note?: string }) {
  return (
    <div>
      <Box variant="awsui-key-label">{label}</Box>
      <CopyText text={text} />
      {note !== undefined && <Box color="text-body-secondary">{note}</Box>}
    </div>
  );
}
