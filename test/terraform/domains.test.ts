import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ran } from '../support/client-program.ts';
import { type Sallyport, startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { hasTerraform, terraformIn } from './terraform.ts';

interface Resource {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly values: { readonly id: string; readonly arn?: string };
}

const IMPORTED = /vpc_link|client_certificate|account|domain_name|base_path_mapping/;

function importBlock({ address, type, values }: Resource): string {
  const id = type.endsWith('access_association') ? values.arn : values.id;
  return `import {\n  to = ${address}\n  id = "${id}"\n}\n`;
}

// Domain names, mappings, associations, VPC links, client certificates and the account, as Terraform's users manage them.
describe.skipIf(!hasTerraform)('Terraform (needs terraform with a copy of its AWS provider)', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let server: Sallyport;
  let terraform: (...args: readonly string[]) => Promise<Ran>;
  beforeAll(async () => {
    folder = await temporaryFolder();
    server = await startSallyport(['--ephemeral']);
    terraform = await terraformIn(folder.path, 'domains.tf', server.controlUrl);
    const { status, stderr } = await terraform('init', '-no-color');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
  afterAll(async () => {
    await server.stop();
    await folder.remove();
  });

  /** 0 when there is nothing to do, 2 when there is. */
  const plan = async (...variables: string[]) =>
    (await terraform('plan', '-no-color', '-detailed-exitcode', ...variables)).status;
  const apply = (...variables: string[]) => terraform('apply', '-no-color', '-auto-approve', ...variables);

  test('applies, plans nothing more, updates in place, imports and destroys', { timeout: 600_000 }, async () => {
    expect(await apply()).toMatchObject({ status: 0, stderr: '' });
    expect(await plan()).toBe(0);
    const changed = await apply('-var', 'round=two');
    expect(changed).toMatchObject({ status: 0, stderr: '' });
    expect(changed.stdout).toContain('0 added, 6 changed, 0 destroyed');
    expect(await plan('-var', 'round=two')).toBe(0);

    const { stdout } = await terraform('show', '-json');
    const all: Resource[] = JSON.parse(stdout).values.root_module.resources;
    const ours = all.filter(({ mode, type }) => mode === 'managed' && IMPORTED.test(type));
    await writeFile(join(folder.path, 'imports.tf'), ours.map(importBlock).join(''));
    expect(await terraform('state', 'rm', ...ours.map(({ address }) => address))).toMatchObject({ status: 0 });
    const imported = await apply('-var', 'round=two');
    expect(imported).toMatchObject({ status: 0, stderr: '' });
    expect(imported.stdout).toContain(`${ours.length} imported, 0 added, 0 changed, 0 destroyed`);
    expect(await plan('-var', 'round=two')).toBe(0);
    expect(await terraform('destroy', '-no-color', '-auto-approve')).toMatchObject({ status: 0, stderr: '' });
  });
});
