import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { importId } from './import-ids.ts';
import { readState } from './state.ts';
import { type Terraform, terraformIn } from './terraform.ts';

/** What a configuration must come to. */
export interface Cycle {
  /** Beside this file; its variable `round` is `one` at first and then `two`. */
  readonly file: string;
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

/**
 * Takes a file through all that Terraform's users do with it, on a server of its own: apply, an empty plan, an update in place,
 * an empty plan, an import into an empty state, an empty plan, destroy.
 */
export async function runCycle({
  file,
  files = {},
  constant = [],
  replaced = [],
  completed = {},
}: Cycle): Promise<void> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder.path, name), content);
  const server = await startSallyport(['--ephemeral']);
  let terraform: Terraform | undefined;
  try {
    terraform = await terraformIn(folder.path, file, server.controlUrl);
    const { run } = terraform;
    const succeeds = async (...args: readonly string[]): Promise<string> => {
      const { status, stdout, stderr } = await run(...args);
      if (status !== 0)
        throw new Error(`terraform ${args.join(' ')} ended with ${status}: ${stderr}${failures(stdout)}`);
      return stdout;
    };
    const applies = async (...variables: string[]) =>
      plannedChanges(await succeeds('apply', '-json', '-auto-approve', ...variables));
    // `-detailed-exitcode` ends with 2 when there is anything to do.
    const planIsEmpty = (...variables: string[]) => succeeds('plan', '-no-color', '-detailed-exitcode', ...variables);
    const second = ['-var', 'round=two'];
    const stateFile = join(folder.path, 'terraform.tfstate');

    await applies();
    await planIsEmpty();

    const changes = await applies(...second);
    const { resources } = await readState(stateFile);
    const by = (wanted: string) => changes.filter(({ action }) => action === wanted);
    expect(changes.filter(({ action }) => action !== 'update').map(({ address }) => address)).toEqual(replaced);
    const updated = new Set(by('update').map(({ type }) => type));
    const types = new Set(resources.map(({ type }) => type));
    expect([...types].filter((type) => !updated.has(type)).toSorted()).toEqual(constant.toSorted());
    await planIsEmpty(...second);

    const imports = resources
      .filter(({ address }) => completed[address] !== 'create')
      .map((resource) => ({ address: resource.address, id: importId(resource) }));
    const blocks = imports.map(({ address, id }) => `import {\n  to = ${address}\n  id = ${JSON.stringify(id)}\n}\n`);
    await writeFile(join(folder.path, 'imports.tf'), blocks.join(''));
    await rm(stateFile);
    const imported = await applies(...second);
    expect(imported.filter(({ isImport }) => isImport).map(({ address }) => address)).toEqual(
      imports.map(({ address }) => address).toSorted(),
    );
    const rest = imported.filter(({ action }) => action !== 'noop' && action !== 'import');
    expect(Object.fromEntries(rest.map(({ address, action }) => [address, action]))).toEqual(completed);
    await planIsEmpty(...second);
    const { found } = await readState(stateFile);
    expect(Object.entries(found).filter(([, isRight]) => !isRight)).toEqual([]);
    // The plan has just read everything; reading it once more would cost the provider, which is slow to set up, another turn.
    await succeeds('destroy', '-no-color', '-auto-approve', '-refresh=false', ...second);
  } finally {
    await terraform?.stop();
    await server.stop();
    await folder.remove();
  }
}

/** What went wrong: of the machine-readable UI its errors alone. */
function failures(output: string): string {
  const lines = output.split('\n');
  return lines.filter((line) => !line.startsWith('{') || line.includes('"@level":"error"')).join('\n');
}

interface PlannedChange {
  readonly address: string;
  readonly type: string;
  /** As Terraform names it: `update` is one in place. */
  readonly action: string;
  readonly isImport: boolean;
}

/** What Terraform announced before it did it, ordered by address (machine-readable UI, message type `planned_change`). */
function plannedChanges(output: string): readonly PlannedChange[] {
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ type, change }) => type === 'planned_change' && !change.resource.addr.startsWith('data.'))
    .map(({ change: { resource, action, importing } }) => ({
      address: resource.addr,
      type: resource.resource_type,
      action,
      isImport: importing !== undefined,
    }))
    .toSorted((one, other) => (one.address < other.address ? -1 : 1));
}
