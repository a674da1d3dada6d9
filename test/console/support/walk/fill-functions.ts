import { createZip } from '../../../support/zip.ts';
import type { Clients } from './clients.ts';

const CODE = 'exports.handler = async () => ({ statusCode: 200, body: "classified" });\n';

/** A function with a version and an alias. */
export async function fillFunctions({ functions, iam }: Clients): Promise<Record<string, string>> {
  const trust = { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [trust] });
  const { Role } = await iam.createRole({
    RoleName: 'walked-role',
    AssumeRolePolicyDocument,
    Description: 'classified',
  });
  const basic = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
  await iam.attachRolePolicy({ RoleName: 'walked-role', PolicyArn: basic });
  await functions.createFunction({
    FunctionName: 'walked-function',
    Description: 'classified function',
    Role: Role?.Arn,
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Code: { ZipFile: createZip({ 'index.js': CODE }) },
    Environment: { Variables: { SECRET: 'classified' } },
    Publish: true,
  });
  await functions.createAlias({ FunctionName: 'walked-function', Name: 'live', FunctionVersion: '1' });
  await functions.publishLayerVersion({
    LayerName: 'walked-layer',
    Description: 'classified layer',
    CompatibleRuntimes: ['nodejs20.x', 'nodejs22.x', 'python3.12'],
    Content: { ZipFile: createZip({ 'nodejs/classified.js': '' }) },
  });
  return { layerName: 'walked-layer', functionName: 'walked-function', roleName: 'walked-role' };
}
