import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { KeyValues } from '../../../parts/key-values.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { system } from '../../../texts/en/system.ts';
import { useFunctionsContainment } from './use-system.ts';

const texts = system.containment;

/** What functions are kept to on this machine, and why it is not more. */
export function Containment(): JSX.Element {
  const functions = useFunctionsContainment();
  return (
    <Container
      header={
        <Header variant="h2" description={texts.description}>
          {texts.title}
        </Header>
      }
    >
      <QueryState query={functions}>
        {({ containment }) => (
          <SpaceBetween size="m">
            <KeyValues
              columns={3}
              pairs={[
                [texts.files, texts.namespaces[containment.namespaces ?? 'none']],
                [texts.users, containment.users ? texts.yes : texts.no],
                [texts.network, texts.networks[containment.network]],
                [texts.cpu, texts.divided(containment.cpu, containment.capsCpu)],
                [texts.memory, containment.boundsMemory ? texts.byKernel : texts.watched],
                [texts.processes, containment.countsProcesses ? texts.byKernel : texts.watched],
              ]}
            />
            {containment.missing.length > 0 && (
              <Alert type="info" header={texts.missing}>
                {containment.missing.map((reason) => (
                  <div key={reason}>{reason}</div>
                ))}
              </Alert>
            )}
          </SpaceBetween>
        )}
      </QueryState>
    </Container>
  );
}
