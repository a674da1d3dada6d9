import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Tiles from '@cloudscape-design/components/tiles';
import type { JSX } from 'react';
import { functions } from '../../../texts/en/functions.ts';
import { SOURCES, type Source } from './draft.ts';

const texts = functions.create;

interface Props {
  readonly value: Source;
  onChange(value: string): void;
}

/** Where the code comes from. */
export function SourceField({ value, onChange }: Props): JSX.Element {
  return (
    <Container header={<Header variant="h2">{texts.how}</Header>}>
      <Tiles
        ariaLabel={texts.how}
        columns={3}
        value={value}
        onChange={({ detail }) => onChange(detail.value)}
        items={SOURCES.map((source) => ({ value: source, ...texts.sources[source] }))}
      />
    </Container>
  );
}
