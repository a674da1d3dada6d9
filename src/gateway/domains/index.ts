/**
 * Custom domain names: which of them a host name means, and which API and stage its routing rules and mappings lead a
 * request to (facts D14, D16, D149 to D154). A gateway that has none looks nothing up.
 */
export type { CompiledDomain } from './compile-domain.ts';
export { DomainTable } from './domain-table.ts';
