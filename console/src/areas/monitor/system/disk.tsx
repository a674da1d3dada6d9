import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { JSX } from 'react';
import { NamedValues } from '../../../parts/named-values.tsx';
import { logs } from '../../../texts/en/logs.ts';
import { system } from '../../../texts/en/system.ts';
import type { System } from './use-system.ts';

const texts = system.disk;

/** What lies in the data directory. */
export function Disk({ data }: { readonly data: System['data'] }): JSX.Element {
  return (
    <Container
      header={
        <Header variant="h2" description={data.directory}>
          {texts.title}
        </Header>
      }
    >
      <NamedValues
        title={texts.total(logs.size(data.bytes))}
        valueHeader={texts.size}
        empty={texts.empty}
        values={Object.entries(data.parts).map(([name, bytes]) => [name, logs.size(bytes)])}
      />
    </Container>
  );
}
