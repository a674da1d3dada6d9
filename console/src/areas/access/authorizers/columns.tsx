import Link from '@cloudscape-design/components/link';
import type { Column } from '../../../parts/paged-table.tsx';
import { authorizers as texts } from '../../../texts/en/authorizers.ts';
import { parts } from '../../../texts/en/parts.ts';
import { typeOf } from './draft.ts';
import { functionOf } from './function-uri.ts';
import { sourcesInWords } from './sources-in-words.ts';
import type { Authorizer } from './use-authorizers.ts';

export function authorizerColumns(apiId: string, href: (path: string) => string): readonly Column<Authorizer>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'name',
      header: headers.name,
      value: ({ name }) => name,
      cell: ({ id, name }) => <Link href={href(`/apis/${apiId}/authorizers/${id}`)}>{name}</Link>,
      isRowHeader: true,
      minWidth: 140,
    },
    { id: 'type', header: headers.type, value: (authorizer) => texts.types[typeOf(authorizer)] },
    { id: 'decidedBy', header: headers.decidedBy, value: namesOf, minWidth: 130 },
    {
      id: 'source',
      header: headers.source,
      value: ({ identitySource }) => sourcesInWords(identitySource),
      minWidth: 130,
    },
    {
      id: 'ttl',
      header: headers.ttl,
      value: ({ authorizerResultTtlInSeconds: ttl }) => ttl,
      cell: ({ authorizerResultTtlInSeconds: ttl }) => (ttl === undefined ? parts.none : texts.seconds(ttl)),
      isMinor: true,
    },
    { id: 'id', header: headers.id, value: ({ id }) => id, isMinor: true },
  ];
}

/** The function, or the user pools, without the ARNs around them. */
function namesOf({ authorizerUri, providerARNs = [] }: Authorizer): string {
  const arns = authorizerUri === undefined ? providerARNs : [functionOf(authorizerUri)];
  return arns.map((arn) => arn.replace(/^arn:.*:(?:function:|userpool\/)/, '')).join(', ');
}
