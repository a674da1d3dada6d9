import type { ACM } from '@aws-sdk/client-acm';
import type { APIGateway } from '@aws-sdk/client-api-gateway';
import type { ApiGatewayV2 } from '@aws-sdk/client-apigatewayv2';
import type { CloudWatch } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import type { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import type { IAM } from '@aws-sdk/client-iam';
import type { Lambda } from '@aws-sdk/client-lambda';
import type { STS } from '@aws-sdk/client-sts';
import type { OperationNames, Input as SdkInput, Output as SdkOutput } from '../../../src/aws/operation-types.ts';

/** The SDK's clients, of which types alone are taken. */
interface Clients {
  readonly acm: ACM;
  readonly apigateway: APIGateway;
  readonly apigatewayv2: ApiGatewayV2;
  readonly cloudwatch: CloudWatch;
  readonly 'cognito-idp': CognitoIdentityProvider;
  readonly iam: IAM;
  readonly lambda: Lambda;
  readonly logs: CloudWatchLogs;
  readonly sts: STS;
}

export type Service = keyof Clients;
/** As the SDK's clients spell it: `getRestApis`. */
export type OperationName<S extends Service> = OperationNames<Clients[S]>;
export type Input<S extends Service, O extends OperationName<S>> = SdkInput<Clients[S], O>;
export type Output<S extends Service, O extends OperationName<S>> = SdkOutput<Clients[S], O>;
