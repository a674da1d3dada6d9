/**
 * What a caller may do on the control plane: the demands of the operation's service are put to his policies (IAM user guide,
 * "Policy evaluation logic"), and a refusal says in AWS's words which of them was missing or said no.
 */
export { type Authorizer, createAuthorizer } from './authorize.ts';
