import type { Clients } from '../../test/console/support/walk/clients.ts';
import { createZip } from '../../test/support/zip.ts';
import { many } from './many.ts';

const CODE = createZip({ 'index.js': 'exports.handler = async () => ({ statusCode: 200 });\n' });
const ZIP = { ZipFile: CODE };
/** Versions are published one after another, each after a change: a call and a file on the disk for each. */
const VERSIONS = 2_000;

/** Many functions and layers, and a function of many versions and aliases. */
export async function fillFunctions({ functions }: Clients, count: number): Promise<string> {
  const settings = {
    Role: 'arn:aws:iam::000000000000:role/many',
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Code: ZIP,
  } as const;
  await many(count, (number) => functions.createFunction({ ...settings, FunctionName: `function-${number}` }));
  await many(count, (number) => functions.publishLayerVersion({ LayerName: `layer-${number}`, Content: ZIP }));
  const FunctionName = 'function-of-many-versions';
  await functions.createFunction({ ...settings, FunctionName, Publish: true });
  for (let number = 1; number < Math.min(VERSIONS, count); number += 1) {
    await functions.updateFunctionConfiguration({ FunctionName, Description: `version ${number}` });
    await functions.publishVersion({ FunctionName });
  }
  await many(count, (number) => functions.createAlias({ FunctionName, Name: `alias-${number}`, FunctionVersion: '1' }));
  return FunctionName;
}
