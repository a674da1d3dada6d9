/**
 * Which API and stage a request is for. An API answers at `{apiId}.execute-api.<anything>` by Host, and by path at
 * `/_aws/execute-api/{apiId}/{stage}/...` and `/restapis/{apiId}/{stage}/_user_request_/...` (features A2.1); a private one by the names of VPC endpoints, too (fact D157). Whatever
 * could be read in two ways by two programs is refused here.
 */

export { addressOf } from './address.ts';
export { atDefaultStage, DEFAULT_STAGE } from './default-stage.ts';
export type { Address, AddressProblem } from './found.ts';
