import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { terraformIn } from './terraform.ts';

/** A resource of a Terraform state, as `terraform show -json` tells it. */
export interface Resource {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What a file must come to. */
export interface Cycle {
  /** Beside this file; its variable `round` is `one` at first and then `two`. */
  readonly file: string;
  /** Resources that the second round changes, every one in place. */
  readonly changed: number;
  /** The id under which a resource is imported; undefined for one that stays in the state. */
  importId(resource: Resource): string | undefined;
}

/**
 * Takes a file through all that Terraform's users do with it, on a server of its own: apply, an empty plan, an update in place,
 * an empty plan, an import of what is there, an empty plan, destroy.
 */
export async function runCycle({ file, changed, importId }: Cycle): Promise<void> {
  const folder = await temporaryFolder();
  const server = await startSallyport(['--ephemeral']);
  try {
    const terraform = await terraformIn(folder.path, file, server.controlUrl);
    const succeeds = async (...args: readonly string[]): Promise<string> => {
      const ran = await terraform(...args);
      expect(ran, args.join(' ')).toMatchObject({ status: 0, stderr: '' });
      return ran.stdout;
    };
    const apply = (...variables: string[]) => succeeds('apply', '-no-color', '-auto-approve', ...variables);
    // `-detailed-exitcode` ends with 2 when there is anything to do.
    const planIsEmpty = (...variables: string[]) => succeeds('plan', '-no-color', '-detailed-exitcode', ...variables);
    const second = ['-var', 'round=two'];

    await succeeds('init', '-no-color');
    await apply();
    await planIsEmpty();
    expect(await apply(...second)).toContain(`0 added, ${changed} changed, 0 destroyed`);
    await planIsEmpty(...second);

    const state = JSON.parse(await succeeds('show', '-json'));
    const found: Readonly<Record<string, boolean>> = state.values.outputs?.found?.value ?? {};
    expect(Object.entries(found).filter(([, isRight]) => !isRight)).toEqual([]);
    const imports = (state.values.root_module.resources as readonly Resource[])
      .filter(({ mode }) => mode === 'managed')
      .map((resource) => ({ address: resource.address, id: importId(resource) }))
      .filter(({ id }) => id !== undefined);
    const blocks = imports.map(({ address, id }) => `import {\n  to = ${address}\n  id = "${id}"\n}\n`);
    await writeFile(join(folder.path, 'imports.tf'), blocks.join(''));
    await succeeds('state', 'rm', ...imports.map(({ address }) => address));
    expect(await apply(...second)).toContain(`${imports.length} imported, 0 added, 0 changed, 0 destroyed`);
    await planIsEmpty(...second);
    await succeeds('destroy', '-no-color', '-auto-approve', ...second);
  } finally {
    await server.stop();
    await folder.remove();
  }
}
