import { randomUUID } from 'node:crypto';
import { createApi, invocationUri, known, type Sdk } from '../../test/support/sdk.ts';
import { createZip } from '../../test/support/zip.ts';

/** A function behind a REST API. */
export interface DeployedFunction {
  readonly name: string;
  /** The path at the gateway. */
  readonly path: string;
}

/** What does next to nothing, so that all that is measured is around it. */
export const TRIVIAL = {
  nodejs: { Runtime: 'nodejs20.x', Handler: 'index.handler', file: 'index.js' },
  python: { Runtime: 'python3.12', Handler: 'app.handler', file: 'app.py' },
} as const;
const SOURCES = {
  nodejs: `exports.handler = async () => ({ statusCode: 200, body: 'hello' });\n`,
  python: `def handler(event, context):\n    return {"statusCode": 200, "body": "hello"}\n`,
} as const;

export async function createFunction(client: Sdk, language: keyof typeof TRIVIAL): Promise<string> {
  const FunctionName = `bench-${randomUUID()}`;
  const { Runtime, Handler, file } = TRIVIAL[language];
  await client.functions.createFunction({
    FunctionName,
    Runtime,
    Handler,
    Role: 'arn:aws:iam::000000000000:role/bench',
    Code: { ZipFile: createZip({ [file]: SOURCES[language] }) },
  });
  return FunctionName;
}

/** Puts a function behind `GET /hello` of an API of its own. */
export async function deployFunction(client: Sdk, language: keyof typeof TRIVIAL): Promise<DeployedFunction> {
  const name = await createFunction(client, language);
  await client.functions.addPermission({
    FunctionName: name,
    StatementId: 'api',
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
  });
  const { restApiId, resourceId } = await createApi(client, 'hello');
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await client.apis.putMethod({ ...method, authorizationType: 'NONE' });
  await client.apis.putIntegration({
    ...method,
    type: 'AWS_PROXY',
    integrationHttpMethod: 'POST',
    uri: invocationUri(known((await client.functions.getFunction({ FunctionName: name })).Configuration?.FunctionArn)),
  });
  await client.apis.createDeployment({ restApiId, stageName: 'dev' });
  return { name, path: `/_aws/execute-api/${restApiId}/dev/hello` };
}
