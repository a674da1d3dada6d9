import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CreateDeploymentCommandInput } from '@aws-sdk/client-api-gateway';
import { packageRoot } from '../../src/package/index.ts';
import type { Sallyport } from '../support/sallyport.ts';
import { known, type Sdk, sdk } from '../support/sdk.ts';

/** A tutorial's API, imported and deployed. */
export interface Tutorial {
  readonly apis: Sdk['apis'];
  readonly restApiId: string;
  readonly stageName: string;
  /** Calls the stage below its name, as a client of the API does. */
  call(path: string, init?: RequestInit): Promise<Response>;
  deploy(settings?: Partial<CreateDeploymentCommandInput>): Promise<string>;
}

/** Imports an OpenAPI file that lies beside its test and deploys it, both over the wire. */
export async function startTutorial(
  { controlUrl, gatewayUrl }: Pick<Sallyport, 'controlUrl' | 'gatewayUrl'>,
  file: string,
  stageName: string,
  settings: Partial<CreateDeploymentCommandInput> = {},
): Promise<Tutorial> {
  const { apis } = sdk(controlUrl);
  const body = await readFile(join(packageRoot, 'test', 'tutorials', file));
  const restApiId = known((await apis.importRestApi({ body, failOnWarnings: true })).id);
  const tutorial: Tutorial = {
    apis,
    restApiId,
    stageName,
    call: (path, init) => fetch(`${gatewayUrl}/_aws/execute-api/${restApiId}/${stageName}${path}`, init),
    deploy: async (more) => known((await apis.createDeployment({ restApiId, stageName, ...more })).id),
  };
  await tutorial.deploy(settings);
  return tutorial;
}

/** A request with a JSON body. */
export const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});
