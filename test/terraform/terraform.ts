import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
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

/** Where the configurations are. */
export const configurations: string = join(packageRoot, 'test', 'terraform');

export interface Terraform {
  run(...args: readonly string[]): Promise<Ran>;
  stop(): Promise<void>;
}

/** Initializes configurations in a folder, as modules of one. */
export async function terraformIn(folder: string, names: readonly string[], endpoint: string): Promise<Terraform> {
  await copyFile(join(configurations, 'provider.tf'), join(folder, 'provider.tf'));
  for (const name of names) await copyModule(folder, name);
  await writeFile(join(folder, 'main.tf.json'), JSON.stringify(joined(names)));
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
    AWS_EC2_METADATA_DISABLED: 'true',
    // Half of the provider's time goes into collecting garbage otherwise.
    GOGC: '500',
  };
  const ran = await runProgram('terraform', ['init', '-no-color'], env, folder);
  if (ran.status !== 0) throw new Error(`terraform init failed: ${ran.stderr}`);
  const provider = await startProvider(folder, env);
  return {
    run: (...args) => runProgram('terraform', args, { ...env, TF_REATTACH_PROVIDERS: provider.reattach }, folder),
    stop: provider.stop,
  };
}

async function copyModule(folder: string, name: string): Promise<void> {
  const module = join(folder, name);
  await mkdir(module, { recursive: true });
  await copyFile(join(configurations, `${name}.tf`), join(module, 'main.tf'));
  await writeFile(join(module, 'variables.tf'), 'variable "round" {\n  type = string\n}\n');
}

/** Terraform's own language as JSON: the modules, and of each what it gives out. */
function joined(names: readonly string[]): object {
  if (names.length === 0) return {};
  const each = (value: (name: string) => unknown) => Object.fromEntries(names.map((name) => [name, value(name)]));
  return {
    module: each((name) => ({ source: `./${name}`, round: `\${var.round}` })),
    output: { modules: { value: each((name) => `\${module.${name}}`) } },
  };
}

/**
 * Starts the provider once for all commands (Terraform's documentation, "Debugging providers"): Terraform would start it
 * several times a command, and each start costs seconds.
 */
async function startProvider(folder: string, env: NodeJS.ProcessEnv) {
  // VERSION/PLATFORM/, of which init installs one.
  const installed = join(folder, '.terraform', 'providers', PROVIDER);
  const only = (path: string) => join(path, readdirSync(path)[0] ?? '');
  const place = only(only(installed));
  const binary = join(place, readdirSync(place).find((name) => name.startsWith('terraform-provider-aws')) ?? '');
  const child = spawn(binary, ['-debug'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] });
  return {
    reattach: await reattachOf(child),
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

/** What the provider prints for Terraform to find it by; its output is read on, since it ends when nobody does. */
function reattachOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk;
      const found = /TF_REATTACH_PROVIDERS='(.*)'/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The provider ended before it served: ${text}`)));
  });
}
