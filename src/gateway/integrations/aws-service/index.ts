/**
 * AWS integrations with any service but Lambda: a request to the service's own HTTP interface, signed, and its answer by
 * integration responses (features A5.4).
 */
export { compileAwsService } from './aws-service.ts';
