import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/package/index.ts';
import { type Ran, runProgram } from '../support/client-program.ts';
import { credentials } from '../support/sallyport.ts';

const PROVIDER = 'registry.terraform.io/hashicorp/aws';

/**
 * A folder with a copy of the AWS provider, so that nothing is fetched: where Terraform itself would look, or in one of the
 * packages that the machine's administrator has added. `TF_PLUGIN_MIRROR` names another place.
 */
function findMirror(): string | undefined {
  const places = [
    process.env.TF_PLUGIN_MIRROR ?? '',
    join(homedir(), '.terraform.d', 'plugins'),
    '/usr/local/share/terraform/plugins',
    '/usr/share/terraform/plugins',
    ...(existsSync('/opt') ? readdirSync('/opt').map((name) => join('/opt', name)) : []),
  ];
  return places.find((place) => place !== '' && existsSync(join(place, PROVIDER)));
}

const mirror = findMirror();

/** Whether Terraform and its AWS provider are on this machine. */
export const hasTerraform: boolean =
  mirror !== undefined && spawnSync('terraform', ['-version'], { stdio: 'ignore' }).status === 0;

/** Runs Terraform over one of the files beside this one, in a folder of its own. */
export async function terraformIn(folder: string, file: string, endpoint: string) {
  await copyFile(join(packageRoot, 'test', 'terraform', file), join(folder, 'main.tf'));
  const config = join(folder, 'terraform.rc');
  await writeFile(config, `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`);
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
