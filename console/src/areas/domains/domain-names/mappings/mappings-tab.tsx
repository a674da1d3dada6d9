import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { PagedTable } from '../../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../../routing/index.ts';
import { domains } from '../../../../texts/en/domains.ts';
import type { DomainName } from '../use-domain-names.ts';
import { useTargets } from '../use-targets.ts';
import { mappingColumns } from './columns.tsx';
import { MappingDialog } from './mapping-dialog.tsx';
import { RemoveMapping } from './remove-mapping.tsx';
import { type Mapping, useMappings } from './use-mappings.ts';

const texts = domains.mappings;

/** Which paths of a domain name lead to which stages. */
export function MappingsTab({ domain }: { readonly domain: DomainName }): JSX.Element {
  const href = useHref();
  const mappings = useMappings(domain);
  const targets = useTargets();
  const [path, setPath] = useState<string>();
  // By its path, so that what was changed meanwhile is what is edited.
  const selected = mappings.data?.find((mapping) => mapping.path === path);
  const [dialog, setDialog] = useQueryParam('dialog');
  const close = (): void => setDialog('');
  const add = <Button onClick={() => setDialog('add')}>{texts.add}</Button>;
  return (
    <SpaceBetween size="l">
      {domain.routingMode === 'ROUTING_RULE_ONLY' && <Alert type="warning">{texts.ignored}</Alert>}
      <PagedTable<Mapping>
        title={texts.title}
        description={texts.hint}
        query={mappings}
        columns={mappingColumns(targets.data ?? [], href, domain.domainName ?? '')}
        id={(mapping) => mapping.path}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={add} />}
        selected={selected ? [selected] : []}
        onSelect={([mapping]) => setPath(mapping?.path)}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!selected} onClick={() => setDialog('edit')}>
              {texts.edit}
            </Button>
            <Button disabled={!selected} onClick={() => setDialog('remove')}>
              {texts.remove}
            </Button>
            {add}
          </SpaceBetween>
        }
      />
      {dialog === 'add' && <MappingDialog domain={domain} onClose={close} />}
      {dialog === 'edit' && selected && <MappingDialog domain={domain} before={selected} onClose={close} />}
      {dialog === 'remove' && selected && <RemoveMapping domain={domain} mapping={selected} onClose={close} />}
    </SpaceBetween>
  );
}
