import { randomInt, randomUUID } from 'node:crypto';
import type { APIGateway } from '@aws-sdk/client-api-gateway';
import type { Lambda } from '@aws-sdk/client-lambda';
import type { STS } from '@aws-sdk/client-sts';
import { type Service, serveService } from '../control/index.ts';
import type { FunctionRuntime } from '../model/index.ts';
import { createApiGatewayService, type DeploymentPublisher, randomIds } from '../services/apigateway/index.ts';
import { createLambdaService, type LambdaService } from '../services/lambda/index.ts';
import { createStsService } from '../services/sts/index.ts';
import type { Store } from '../store/index.ts';

export interface ServicesOptions {
  readonly store: Store;
  readonly publisher: DeploymentPublisher;
  readonly runtime: FunctionRuntime;
  /** The folder of unpacked function code. */
  readonly codeDirectory: string;
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

export interface Services {
  /** Every AWS API that has handlers; of the others the front door knows the operations and answers 501. */
  readonly served: readonly Service[];
  readonly lambda: LambdaService;
}

/** Builds the AWS APIs over the store. */
export function createServices({ store, publisher, runtime, codeDirectory, warn }: ServicesOptions): Services {
  const ids = randomIds((bound) => randomInt(bound));
  const lambda = createLambdaService({ store, runtime, codeDirectory, now: Date.now, uuid: randomUUID, warn });
  return {
    served: [
      serveService<APIGateway>('apigateway', createApiGatewayService({ store, publisher, ids })),
      serveService<Lambda>('lambda', lambda.handlers),
      serveService<STS>('sts', createStsService()),
    ],
    lambda,
  };
}
