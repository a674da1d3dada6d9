import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { mapped, useCall } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { providers as texts } from '../../../texts/en/identity-providers.ts';
import { providerPath, trailOf } from '../addresses.ts';
import { DeleteProvider } from '../provider/delete-provider.tsx';
import { CreateProvider } from './create-provider.tsx';
import { hostOf } from './host-of.ts';

/** All OpenID Connect providers whose tokens roles can be assumed by. */
export default function ProviderListPage(): JSX.Element {
  const href = useHref();
  const all = useCall('iam', 'listOpenIDConnectProviders', {});
  const providers = mapped(all, (page) => (page.OpenIDConnectProviderList ?? []).map(({ Arn = '' }) => Arn));
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedArn, setSelected] = useState('');
  const selected = providers.data?.find((arn) => arn === selectedArn);
  const close = (): void => setDialog('');
  const create = (
    <Button variant="primary" onClick={() => setDialog('create')}>
      {texts.create.title}
    </Button>
  );
  return (
    <Page title={texts.title} trail={trailOf()} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        description={texts.hint}
        query={providers}
        columns={columns(href)}
        id={(arn) => arn}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={create} />}
        selected={selected === undefined ? [] : [selected]}
        onSelect={([arn]) => setSelected(arn ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={iam.refresh} onClick={() => all.refetch()} />
            <Button disabled={selected === undefined} onClick={() => setDialog('delete')}>
              {texts.delete.title}
            </Button>
            {create}
          </SpaceBetween>
        }
      />
      {dialog === 'create' && <CreateProvider onClose={close} />}
      {dialog === 'delete' && selected !== undefined && <DeleteProvider arn={selected} onClose={close} />}
    </Page>
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
      minWidth: 220,
    },
    { id: 'arn', header: iam.arn, value: (arn) => arn, cell: (arn) => <CopyText text={arn} />, minWidth: 260 },
  ];
}
