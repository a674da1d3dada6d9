/** Lets everybody call who comes through an associated endpoint (guide page apigateway-private-custom-domains-tutorial). */
export const INVOKE_POLICY = textOf({
  Effect: 'Allow',
  Principal: '*',
  Action: 'execute-api:Invoke',
  Resource: 'execute-api:/*',
});

/** Lets one other account associate its endpoints (guide page apigateway-private-custom-domains-provider-share-cli). */
export const ASSOCIATE_POLICY = textOf({
  Effect: 'Allow',
  Principal: { AWS: '111122223333' },
  Action: 'apigateway:CreateAccessAssociation',
  Resource: '*',
});

function textOf(statement: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, undefined, 2);
}
