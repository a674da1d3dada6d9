/** Access associations: which VPC endpoints a private domain name answers through (features A11.6). */
export { accessAssociationHandlers } from './handlers.ts';
