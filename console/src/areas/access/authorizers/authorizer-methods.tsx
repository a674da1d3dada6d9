import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useAll } from '../../../data/index.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { useHref } from '../../../routing/index.ts';
import { authorizers } from '../../../texts/en/authorizers.ts';

const texts = authorizers.details;

interface Props {
  readonly apiId: string;
  readonly authorizerId: string;
}

/** Methods that ask an authorizer; while there are any it cannot be deleted. */
export function AuthorizerMethods({ apiId, authorizerId }: Props): JSX.Element {
  const href = useHref();
  const methods = useAll(
    'apigateway',
    'getResources',
    { restApiId: apiId, embed: ['methods'], limit: 500 },
    ({ items = [] }) =>
      items.flatMap(({ id = '', path = '', resourceMethods = {} }) =>
        Object.entries(resourceMethods).map(([verb, method]) => ({
          name: `${verb} ${path}`,
          page: `/apis/${apiId}/resources/${id}/${verb}`,
          asks: method.authorizerId,
        })),
      ),
  );
  return (
    <Container
      header={
        <Header variant="h2" description={texts.methodsDescription}>
          {texts.methods}
        </Header>
      }
    >
      <QueryState query={methods}>
        {(all) => {
          const asking = all.filter(({ asks }) => asks === authorizerId);
          if (asking.length === 0) return <Box color="text-body-secondary">{texts.noMethods}</Box>;
          return (
            <SpaceBetween size="xxs">
              {asking.map(({ name, page }) => (
                <Link key={name} href={href(page)}>
                  {name}
                </Link>
              ))}
            </SpaceBetween>
          );
        }}
      </QueryState>
    </Container>
  );
}
