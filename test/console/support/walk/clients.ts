import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { IAM } from '@aws-sdk/client-iam';
import { credentials } from '../../../support/sallyport.ts';
import { sdk } from '../../../support/sdk.ts';

/** The server that is walked over. */
export interface Walked {
  readonly controlUrl: string;
  readonly gatewayUrl: string;
}

/** With all rights. */
export function clients({ controlUrl }: Walked) {
  const options = { endpoint: controlUrl, region: 'us-east-1', credentials, maxAttempts: 1 };
  return { ...sdk(controlUrl), metrics: new CloudWatch(options), iam: new IAM(options), options };
}

export type Clients = ReturnType<typeof clients>;
