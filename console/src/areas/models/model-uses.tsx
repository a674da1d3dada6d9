import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import { WrappedTable } from '../../parts/wrapped-table.tsx';
import { useHref } from '../../routing/index.ts';
import { models } from '../../texts/en/models.ts';
import { parts } from '../../texts/en/parts.ts';
import type { ModelUse } from './use-model-uses.ts';

const texts = models.model;

/** What uses a model, each with the way to it. */
export function ModelUses({ uses }: { readonly uses: readonly ModelUse[] }): JSX.Element {
  const href = useHref();
  return (
    <WrappedTable
      variant="embedded"
      items={uses}
      trackBy={({ where, as, contentType }) => `${where} ${as} ${contentType}`}
      ariaLabels={{ tableLabel: texts.uses }}
      columnDefinitions={[
        {
          id: 'where',
          header: texts.columns.where,
          cell: ({ where, path }) => <Link href={href(path)}>{where}</Link>,
          isRowHeader: true,
        },
        { id: 'as', header: texts.columns.as, cell: ({ as }) => as },
        { id: 'contentType', header: texts.columns.contentType, cell: ({ contentType }) => contentType ?? parts.none },
      ]}
      empty={texts.unused}
    />
  );
}
