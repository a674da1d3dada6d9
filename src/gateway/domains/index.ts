/**
 * Custom domain names: which of them a host name means, and which API and stage its mappings lead a path to (facts D14, D16,
 * D149, D150). A gateway that has none looks nothing up.
 */
export type { CompiledDomain } from './compile-domain.ts';
export { DomainTable } from './domain-table.ts';
