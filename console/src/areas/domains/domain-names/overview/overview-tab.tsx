import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { CopyText } from '../../../../parts/copy-text.tsx';
import { KeyValues } from '../../../../parts/key-values.tsx';
import { useHref } from '../../../../routing/index.ts';
import { domains } from '../../../../texts/en/domains.ts';
import { idOfArn } from '../../certificates/use-certificates.ts';
import { DomainStatus } from '../domain-status.tsx';
import { draftOf } from '../settings/draft.ts';
import { type DomainName, targetOf, typesOf } from '../use-domain-names.ts';
import { Reach } from './reach.tsx';

const { overview: texts, columns, settings, types } = domains;

/** What a domain name is, and how to call it. */
export function OverviewTab({ domain }: { readonly domain: DomainName }): JSX.Element {
  const href = useHref();
  const { truststoreUri, truststoreWarnings = [] } = domain.mutualTlsAuthentication ?? {};
  const { certificateArn, routingMode } = draftOf(domain);
  const target = targetOf(domain);
  const certificate = certificateArn !== '' && (
    <Link key="certificate" href={href(`/certificates/${idOfArn(certificateArn)}`)}>
      {idOfArn(certificateArn)}
    </Link>
  );
  return (
    <SpaceBetween size="l">
      {truststoreWarnings.length > 0 && (
        <Alert type="warning" header={texts.warnings}>
          {truststoreWarnings.join(' ')}
        </Alert>
      )}
      <Container header={<Header variant="h2">{texts.title}</Header>}>
        <SpaceBetween size="l">
          <KeyValues
            pairs={[
              [
                columns.type,
                typesOf(domain)
                  .map((type) => types[type] ?? type)
                  .join(', '),
              ],
              [columns.status, <DomainStatus key="status" domain={domain} />],
              [columns.policy, domain.securityPolicy],
              [columns.routing, settings.routingModes[routingMode] ?? routingMode],
              [columns.mutualTls, truststoreUri ?? domains.inactive],
              [texts.certificate, certificate || settings.noCertificate],
            ]}
          />
          {target !== undefined && (
            <KeyValues
              columns={2}
              pairs={[
                [
                  columns.target,
                  <div key="target">
                    <CopyText text={target} />
                    <div>{texts.targetNote}</div>
                  </div>,
                ],
                [texts.zone, domain.regionalHostedZoneId ?? domain.distributionHostedZoneId],
              ]}
            />
          )}
          <KeyValues columns={1} pairs={[[texts.arn, <CopyText key="arn" text={domain.domainNameArn ?? ''} />]]} />
        </SpaceBetween>
      </Container>
      <Reach domain={domain} />
    </SpaceBetween>
  );
}
