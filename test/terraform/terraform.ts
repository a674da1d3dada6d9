import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../src/package/index.ts';
import { type Ran, runProgram } from '../support/client-program.ts';
import { credentials } from '../support/sallyport.ts';

/** Where a copy of the AWS provider may lie, so that nothing is fetched; `TF_PLUGIN_MIRROR` names another place. */
const MIRROR = process.env.TF_PLUGIN_MIRROR ?? '/opt/tf-plugins';

/** Whether Terraform and its AWS provider are on this machine. */
export const hasTerraform =
  existsSync(MIRROR) && spawnSync('terraform', ['-version'], { stdio: 'ignore' }).status === 0;

/** Runs Terraform over one of the files beside this one, in a folder of its own. */
export async function terraformIn(folder: string, file: string, endpoint: string) {
  await copyFile(join(packageRoot, 'test', 'terraform', file), join(folder, 'main.tf'));
  const config = join(folder, 'terraform.rc');
  await writeFile(config, `provider_installation {\n  filesystem_mirror {\n    path = "${MIRROR}"\n  }\n}\n`);
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    TF_CLI_CONFIG_FILE: config,
    TF_IN_AUTOMATION: '1',
    CHECKPOINT_DISABLE: '1',
    TF_VAR_endpoint: endpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
  return (...args: readonly string[]): Promise<Ran> => runProgram('terraform', args, env, folder);
}
