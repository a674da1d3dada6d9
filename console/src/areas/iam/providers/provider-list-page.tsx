import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import { mapped, useCall } from '../../../data/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import type { Column } from '../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { providers as texts } from '../../../texts/en/identity-providers.ts';
import { providerPath } from '../addresses.ts';
import { EntityListPage } from '../entity/entity-list-page.tsx';
import { DeleteProvider } from '../provider/delete-provider.tsx';
import { CreateProvider } from './create-provider.tsx';
import { hostOf } from './host-of.ts';

/** All OpenID Connect providers whose tokens roles can be assumed by. */
export default function ProviderListPage(): JSX.Element {
  const href = useHref();
  const [dialog, setDialog] = useQueryParam('dialog');
  const all = useCall('iam', 'listOpenIDConnectProviders', {});
  return (
    <EntityListPage
      texts={texts}
      query={mapped(all, (page) => (page.OpenIDConnectProviderList ?? []).map(({ Arn = '' }) => Arn))}
      columns={columns(href)}
      id={(arn) => arn}
      create={
        <Button variant="primary" onClick={() => setDialog('create')}>
          {texts.create.title}
        </Button>
      }
      deletion={(arn, onClose) => <DeleteProvider arn={arn} onClose={onClose} />}
    >
      {dialog === 'create' && <CreateProvider onClose={() => setDialog('')} />}
    </EntityListPage>
  );
}

function columns(href: (path: string) => string): readonly Column<string>[] {
  return [
    {
      id: 'provider',
      header: texts.provider,
      value: hostOf,
      cell: (arn) => <Link href={href(providerPath(arn))}>{hostOf(arn)}</Link>,
      isRowHeader: true,
      minWidth: 160,
    },
    { id: 'arn', header: iam.arn, value: (arn) => arn, cell: (arn) => <CopyText text={arn} />, minWidth: 260 },
  ];
}
