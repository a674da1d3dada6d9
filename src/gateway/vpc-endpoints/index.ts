/**
 * Private APIs: interface endpoints, which a setting names, are the only way in; their policies have a say in who may call
 * (guide pages apigateway-private-apis, apigateway-vpc-endpoint-policies; facts D105, D157).
 */
export { compileEntrance, type Entrance } from './entrance.ts';
export { VpcEndpointTable } from './vpc-endpoint-table.ts';
