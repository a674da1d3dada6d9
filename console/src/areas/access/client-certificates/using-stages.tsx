import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { QueryState } from '../../../parts/query-state.tsx';
import { useHref } from '../../../routing/index.ts';
import { clientCertificates } from '../../../texts/en/client-certificates.ts';
import { useStagesUsing } from './use-stages-using.ts';

const texts = clientCertificates.details;

/** Stages that show the certificate, each with a link to where that is set. */
export function UsingStages({ certificateId }: { readonly certificateId: string }): JSX.Element {
  const href = useHref();
  const stages = useStagesUsing(certificateId);
  return (
    <Container
      header={
        <Header variant="h2" description={texts.stagesHint}>
          {texts.stages}
        </Header>
      }
    >
      <QueryState query={stages}>
        {(all) =>
          all.length === 0 ? (
            <Box color="text-body-secondary">{texts.noStages}</Box>
          ) : (
            <SpaceBetween size="xxs">
              {all.map(({ apiId, apiName, stageName }) => (
                <Link
                  key={`${apiId}/${stageName}`}
                  href={href(`/apis/${apiId}/stages/${encodeURIComponent(stageName)}?tab=settings`)}
                >
                  {texts.stage(apiName, stageName)}
                </Link>
              ))}
            </SpaceBetween>
          )
        }
      </QueryState>
    </Container>
  );
}
