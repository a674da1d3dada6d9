import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Tiles from '@cloudscape-design/components/tiles';
import type { JSX } from 'react';
import { useNavigate } from '../routing/index.ts';
import { apis } from '../texts/en/apis.ts';

const texts = apis.create.types;
/** Each kind of API has a page where it is made. */
const PAGES = { REST: '/apis/create', HTTP: '/apis/create/http' } as const;
type ApiType = keyof typeof PAGES;
const TYPES: readonly ApiType[] = ['REST', 'HTTP'];

/** Which kind of API is made: leads to the page of the other one. */
export function ApiTypeChoice({ chosen }: { readonly chosen: ApiType }): JSX.Element {
  const navigate = useNavigate();
  const choose = (value: string): void => {
    const type = TYPES.find((known) => known === value);
    if (type !== undefined && type !== chosen) navigate(PAGES[type]);
  };
  return (
    <Container header={<Header variant="h2">{texts.label}</Header>}>
      <Tiles
        ariaLabel={texts.label}
        columns={2}
        value={chosen}
        onChange={({ detail }) => choose(detail.value)}
        items={TYPES.map((value) => ({ value, ...texts.kinds[value] }))}
      />
    </Container>
  );
}
