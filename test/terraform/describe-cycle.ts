import { describe, expect, test } from 'vitest';
import { type Configuration, type Course, runCycle } from './cycle.ts';
import { hasTerraform } from './terraform.ts';

/** Takes configurations through Terraform together, and tests what became of each. */
export function describeCycle(configurations: readonly Configuration[]): void {
  describe.skipIf(!hasTerraform)('Terraform: apply, plan nothing more, update in place, import and destroy', () => {
    let running: Promise<ReadonlyMap<string, Course>> | undefined;

    for (const configuration of configurations) {
      const title = `${configuration.title} (needs terraform with a copy of its AWS provider)`;
      test(title, { timeout: 900_000 }, async () => {
        running ??= runCycle(configurations);
        const courses = await running;
        check(configuration, courses.get(configuration.name) as Course);
      });
    }
  });
}

function check({ constant = [], replaced = [], completed = {} }: Configuration, course: Course): void {
  const { changes, resources, imports, imported, found } = course;
  const types = new Set(resources.map(({ type }) => type));
  expect(types.size).toBeGreaterThan(0);

  expect(changes.filter(({ action }) => action !== 'update').map(({ address }) => address)).toEqual(replaced);
  const updated = new Set(changes.filter(({ action }) => action === 'update').map(({ type }) => type));
  expect([...types].filter((type) => !updated.has(type)).toSorted()).toEqual(constant.toSorted());

  expect(imported.filter(({ isImport }) => isImport).map(({ address }) => address)).toEqual(imports.toSorted());
  const rest = imported.filter(({ action }) => action !== 'noop' && action !== 'import');
  expect(Object.fromEntries(rest.map(({ address, action }) => [address, action]))).toEqual(completed);

  expect(Object.entries(found).filter(([, isRight]) => !isRight)).toEqual([]);
}
