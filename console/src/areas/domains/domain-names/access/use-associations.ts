import type { Output } from '../../../../aws/index.ts';
import { mapped, type Read, useAll } from '../../../../data/index.ts';
import type { DomainName } from '../use-domain-names.ts';

export type Association = NonNullable<Output<'apigateway', 'getDomainNameAccessAssociations'>['items']>[number];

/** Those of one private domain name. */
export function useAssociations({ domainNameArn }: DomainName): Read<readonly Association[]> {
  const all = useAll('apigateway', 'getDomainNameAccessAssociations', { limit: 500 }, ({ items }) => items);
  return mapped(all, (associations) => associations.filter((one) => one.domainNameArn === domainNameArn));
}
