import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { importId } from './import-ids.ts';
import { type PlannedChange, plannedChanges } from './planned-changes.ts';
import { type Found, type Resource, readState } from './state.ts';
import { type Terraform, terraformIn } from './terraform.ts';

/** A configuration, and what it must come to. All addresses are those within its file. */
export interface Configuration {
  readonly title: string;
  /** NAME.tf beside this file; its variable `round` is `one` at first and then `two`. */
  readonly name: string;
  /** Further files of the configuration's folder. */
  readonly files?: Readonly<Record<string, Buffer>>;
  /** Types that the second round does not update in place: the provider cannot, or another configuration does. */
  readonly constant?: readonly string[];
  /** Addresses that the second round replaces, since the provider does. */
  readonly replaced?: readonly string[];
  /**
   * Addresses whose import the next apply has to complete, and how, since the provider does not read all of them back. It makes
   * those anew (`create`) that the provider cannot import.
   */
  readonly completed?: Readonly<Record<string, 'create' | 'update' | 'replace'>>;
}

/** What Terraform did with one configuration. */
export interface Course {
  /** In the second round. */
  readonly changes: readonly PlannedChange[];
  /** What there was after the second round. */
  readonly resources: readonly Resource[];
  /** Addresses that were to be imported into the empty state. */
  readonly imports: readonly string[];
  /** In the apply that imported. */
  readonly imported: readonly PlannedChange[];
  readonly found: Found;
}

/**
 * Takes configurations through all that Terraform's users do with them, on a server of their own: apply, an empty plan, an update
 * in place, an empty plan, an import into an empty state, an empty plan, destroy. They are modules of one configuration: each
 * command costs the provider and Terraform seconds, and the provider pauses after many calls, so they go through it together.
 * @returns the course of each, by its name
 * @throws with what Terraform says when a command fails, or a plan is not empty
 */
export async function runCycle(configurations: readonly Configuration[]): Promise<ReadonlyMap<string, Course>> {
  const folder = await temporaryFolder();
  const server = await startSallyport(['--ephemeral']);
  let terraform: Terraform | undefined;
  try {
    for (const { name, files = {} } of configurations) {
      await mkdir(join(folder.path, name));
      for (const [file, content] of Object.entries(files)) await writeFile(join(folder.path, name, file), content);
    }
    const names = configurations.map(({ name }) => name);
    terraform = await terraformIn(folder.path, names, server.controlUrl);
    const { run } = terraform;
    const succeeds = async (...args: readonly string[]): Promise<string> => {
      const { status, stdout, stderr } = await run(...args);
      if (status !== 0)
        throw new Error(`terraform ${args.join(' ')} ended with ${status}: ${stderr}${failures(stdout)}`);
      return stdout;
    };
    const applies = async (...variables: string[]) =>
      plannedChanges(await succeeds('apply', '-json', '-auto-approve', PARALLEL, ...variables));
    // `-detailed-exitcode` ends with 2 when there is anything to do.
    const planIsEmpty = (...variables: string[]) =>
      succeeds('plan', '-no-color', '-detailed-exitcode', PARALLEL, ...variables);
    const second = ['-var', 'round=two'];
    const stateFile = join(folder.path, 'terraform.tfstate');

    await applies();
    await planIsEmpty();

    const changes = await applies(...second);
    const { resources } = await readState(stateFile);
    await planIsEmpty(...second);

    const created = new Set(
      configurations.flatMap(({ name, completed = {} }) => addressesOf('create', name, completed)),
    );
    const imports = resources.filter(({ module, address }) => !created.has(`${module}/${address}`));
    await writeFile(join(folder.path, 'imports.tf'), imports.map(importBlock).join(''));
    await rm(stateFile);
    const imported = await applies(...second);
    await planIsEmpty(...second);
    const { found } = await readState(stateFile);
    // The plan has just read everything; reading it once more would cost the provider, which is slow to set up, another turn.
    await succeeds('destroy', '-no-color', '-auto-approve', '-refresh=false', PARALLEL, ...second);

    const courseOf = (name: string): Course => {
      const isOurs = ({ module }: { readonly module: string }) => module === name;
      return {
        changes: changes.filter(isOurs),
        resources: resources.filter(isOurs),
        imports: imports.filter(isOurs).map(({ address }) => address),
        imported: imported.filter(isOurs),
        found: found[name] ?? {},
      };
    };
    return new Map(names.map((name) => [name, courseOf(name)]));
  } finally {
    await terraform?.stop();
    await server.stop();
    await folder.remove();
  }
}

/** So many resources at once that the provider's pauses after its calls hardly add up; Terraform's own default is 10. */
const PARALLEL = '-parallelism=40';

function addressesOf(action: string, module: string, completed: NonNullable<Configuration['completed']>): string[] {
  return Object.keys(completed)
    .filter((address) => completed[address] === action)
    .map((address) => `${module}/${address}`);
}

function importBlock(resource: Resource): string {
  const to = `module.${resource.module}.${resource.address}`;
  return `import {\n  to = ${to}\n  id = ${JSON.stringify(importId(resource))}\n}\n`;
}

/** What went wrong: of the machine-readable UI its errors alone. */
function failures(output: string): string {
  const lines = output.split('\n');
  return lines.filter((line) => !line.startsWith('{') || line.includes('"@level":"error"')).join('\n');
}
