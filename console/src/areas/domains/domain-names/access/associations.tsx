import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction } from '../../../../data/index.ts';
import { useNotify } from '../../../../page/index.ts';
import { CopyText } from '../../../../parts/copy-text.tsx';
import { Dialog } from '../../../../parts/dialog.tsx';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../../parts/paged-table.tsx';
import { useQueryParam } from '../../../../routing/index.ts';
import { domains } from '../../../../texts/en/domains.ts';
import type { DomainName } from '../use-domain-names.ts';
import { AddAssociation } from './add-association.tsx';
import { type Association, useAssociations } from './use-associations.ts';

const texts = domains.access;

/** The VPC endpoints through which clients reach a private name. */
export function Associations({ domain }: { readonly domain: DomainName }): JSX.Element {
  const associations = useAssociations(domain);
  const [selected, setSelected] = useState<Association>();
  const [dialog, setDialog] = useQueryParam('dialog');
  const add = <Button onClick={() => setDialog('associate')}>{texts.add}</Button>;
  return (
    <>
      <PagedTable<Association>
        title={texts.title}
        description={texts.hint}
        query={associations}
        columns={COLUMNS}
        id={({ accessAssociationSource = '' }) => accessAssociationSource}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={add} />}
        selected={selected ? [selected] : []}
        onSelect={([association]) => setSelected(association)}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!selected} onClick={() => setDialog('dissociate')}>
              {texts.remove}
            </Button>
            {add}
          </SpaceBetween>
        }
      />
      {dialog === 'associate' && <AddAssociation domain={domain} onClose={() => setDialog('')} />}
      {dialog === 'dissociate' && selected && (
        <RemoveAssociation
          association={selected}
          onClose={() => {
            setDialog('');
            setSelected(undefined);
          }}
        />
      )}
    </>
  );
}

const COLUMNS: readonly Column<Association>[] = [
  {
    id: 'endpoint',
    header: texts.columns.endpoint,
    value: ({ accessAssociationSource }) => accessAssociationSource,
    isRowHeader: true,
    minWidth: 200,
  },
  {
    id: 'arn',
    header: texts.columns.arn,
    value: ({ domainNameAccessAssociationArn }) => domainNameAccessAssociationArn,
    cell: ({ domainNameAccessAssociationArn = '' }) => <CopyText text={domainNameAccessAssociationArn} />,
    minWidth: 400,
  },
];

interface RemoveProps {
  readonly association: Association;
  onClose(): void;
}

function RemoveAssociation({ association, onClose }: RemoveProps): JSX.Element {
  const { accessAssociationSource: endpoint = '', domainNameAccessAssociationArn = '' } = association;
  const remove = useAction('apigateway', 'deleteDomainNameAccessAssociation');
  const notify = useNotify();
  return (
    <Dialog
      title={texts.removeTitle}
      action={texts.remove}
      isRunning={remove.isRunning}
      error={remove.error}
      onSubmit={() =>
        remove.run({ domainNameAccessAssociationArn }, () => {
          notify({ type: 'success', content: texts.removed(endpoint) });
          onClose();
        })
      }
      onDismiss={onClose}
    >
      {texts.removeText(endpoint)}
    </Dialog>
  );
}
