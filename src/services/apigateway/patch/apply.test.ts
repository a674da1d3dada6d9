import { describe, expect, it } from 'vitest';
import { badRequest, notFound } from '../errors.ts';
import { refusal } from '../testing/service.ts';
import { compilePatch } from './apply.ts';
import { withMember } from './member.ts';
import { refuseListingPaths, refusePathThenOp } from './refusals.ts';
import { rulesOf } from './rules.ts';
import { flag, integer, optionalText, text } from './value.ts';

/** Shaped like a usage plan and a stage: what later entities need of the engine. */
interface Plan {
  readonly name: string;
  readonly description?: string;
  readonly enabled: boolean;
  readonly labels?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly canary?: { readonly percent: number; readonly deploymentId: string };
  readonly deploymentId: string;
  readonly throttle?: Readonly<Record<string, { readonly rateLimit: number }>>;
}

const plan: Plan = { name: 'gold', enabled: false, deploymentId: 'dep111' };
const { replace, replaceOrRemove, items, values, entries, within, withinEntries } = rulesOf<Plan>();
const canary = rulesOf<NonNullable<Plan['canary']>>();
const limits = rulesOf<{ readonly rateLimit: number }>();

const patch = compilePatch<Plan>({
  refuse: refusePathThenOp,
  rules: [
    replace('/name', 'name', text),
    replaceOrRemove('/description', 'description', optionalText),
    replace('/enabled', 'enabled', flag),
    items('/labels/{label}', 'labels'),
    values('/labels', 'labels'),
    entries('/variables/{name}', 'variables', text, () => notFound('no such variable')),
    ...within(
      '/canary',
      'canary',
      [canary.replace('/percent', 'percent', integer(0, 100, 'bad percent'))],
      ({ deploymentId }) => ({
        percent: 0,
        deploymentId,
      }),
    ),
    {
      path: '/deploymentId',
      effects: {
        copy: (entity, { from }) => {
          if (from !== '/canary/deploymentId' || !entity.canary)
            throw badRequest('Promotion not available. Canary does not exist.');
          return withMember(entity, 'deploymentId', entity.canary.deploymentId);
        },
      },
    },
    ...withinEntries<{ readonly rateLimit: number }>(
      '/apiStages/{apiId}:{stage}/throttle/{path}/{verb}',
      'throttle',
      ({ captures }) => `${captures.apiId}:${captures.stage}${captures.path}/${captures.verb}`,
      [limits.replace('/rateLimit', 'rateLimit', integer(0, 1000, 'bad rate'))],
      () => ({ rateLimit: 0 }),
    ),
  ],
});

describe('compilePatch', () => {
  it('applies operations in order and leaves the entity that it was given alone', () => {
    const changed = patch(plan, [
      { op: 'replace', path: '/name', value: 'silver' },
      { op: 'replace', path: '/description', value: 'first' },
      { op: 'replace', path: '/description', value: 'second' },
    ]);
    expect(changed).toEqual({ ...plan, name: 'silver', description: 'second' });
    expect(plan).toEqual({ name: 'gold', enabled: false, deploymentId: 'dep111' });
  });

  it('applies all or nothing: a refusal leaves no trace', () => {
    expect(() =>
      patch(plan, [
        { op: 'replace', path: '/name', value: 'silver' },
        { op: 'replace', path: '/nowhere', value: 'x' },
      ]),
    ).toThrow('Invalid patch path /nowhere');
    expect(plan.name).toBe('gold');
  });

  it('changes nothing without operations', () => {
    expect(patch(plan, undefined)).toBe(plan);
    expect(patch(plan, [])).toBe(plan);
  });

  it('removes a member', () => {
    expect(patch({ ...plan, description: 'x' }, [{ op: 'remove', path: '/description' }])).toEqual(plan);
  });

  // Recorded: update-rest-api-add, -replace, -remove of /binaryMediaTypes/{type}.
  it('treats a list of strings as a set that is named by the path', () => {
    const added = patch(plan, [
      { op: 'add', path: '/labels/image~1png' },
      { op: 'add', path: '/labels/image~1jpeg' },
      { op: 'add', path: '/labels/image~1png' },
    ]);
    expect(added.labels).toEqual(['image/png', 'image/jpeg']);
    const replaced = patch(added, [{ op: 'replace', path: '/labels/image~1png', value: 'image/gif' }]);
    expect(replaced.labels).toEqual(['image/jpeg', 'image/gif']);
    const removed = patch(replaced, [
      { op: 'remove', path: '/labels/image~1gif' },
      { op: 'remove', path: '/labels/image~1jpeg' },
    ]);
    expect(removed).toEqual(plan);
  });

  it('adds to and takes from a list by value', () => {
    const added = patch(plan, [
      { op: 'add', path: '/labels', value: 'a' },
      { op: 'add', path: '/labels', value: 'b' },
    ]);
    expect(patch(added, [{ op: 'remove', path: '/labels', value: 'a' }]).labels).toEqual(['b']);
  });

  it('keeps the entries of a map by their key, and wants one that is replaced or removed to be there', () => {
    const added = patch(plan, [{ op: 'add', path: '/variables/a~1b', value: '1' }]);
    expect(added.variables).toEqual({ 'a/b': '1' });
    expect(patch(added, [{ op: 'replace', path: '/variables/a~1b', value: '2' }]).variables).toEqual({ 'a/b': '2' });
    expect(patch(added, [{ op: 'remove', path: '/variables/a~1b' }])).toEqual(plan);
    for (const op of ['replace', 'remove']) {
      expect(() => patch(added, [{ op, path: '/variables/toString', value: 'x' }])).toThrow('no such variable');
    }
  });

  it('stores a key that is special to JavaScript like any other', () => {
    const { variables = {} } = patch(plan, [{ op: 'add', path: '/variables/__proto__', value: 'x' }]);
    expect(Object.keys(variables)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(variables)).toBe(Object.prototype);
  });

  it('makes an object that is not there before it patches inside', () => {
    expect(patch(plan, [{ op: 'replace', path: '/canary/percent', value: '25' }]).canary).toEqual({
      percent: 25,
      deploymentId: 'dep111',
    });
  });

  it('patches objects in a map by a key made of several variables', () => {
    const path = '/apiStages/abc:prod/throttle/~1pets/GET/rateLimit';
    expect(patch(plan, [{ op: 'replace', path, value: '5' }]).throttle).toEqual({
      'abc:prod/pets/GET': { rateLimit: 5 },
    });
  });

  it('copies where a rule says so', () => {
    const operation = { op: 'copy', path: '/deploymentId', from: '/canary/deploymentId' };
    expect(patch({ ...plan, canary: { percent: 1, deploymentId: 'dep222' } }, [operation]).deploymentId).toBe('dep222');
    expect(() => patch(plan, [operation])).toThrow('Promotion not available. Canary does not exist.');
  });

  it('refuses what its value reader refuses', () => {
    expect(() => patch(plan, [{ op: 'replace', path: '/canary/percent', value: '101' }])).toThrow('bad percent');
  });
});

describe('refusePathThenOp', () => {
  // Recorded: test_update_method_validation (unsupported-path, unsupported-operation).
  it('names an unknown path', () => {
    expect(() => patch(plan, [{ op: 'add', path: '/httpMethod', value: 'PUT' }])).toThrow(
      expect.objectContaining(refusal('BadRequestException', 'Invalid patch path /httpMethod')),
    );
  });
  it('names the operations of a known path', () => {
    expect(() => patch(plan, [{ op: 'add', path: '/name', value: 'x' }])).toThrow(
      expect.objectContaining(
        refusal('BadRequestException', 'Invalid patch operation specified. Must be one of: [replace]'),
      ),
    );
    for (const op of ['test', 'move']) {
      expect(() => patch(plan, [{ op, path: '/name', value: 'x' }])).toThrow('Must be one of: [replace]');
    }
  });
});

describe('refuseListingPaths', () => {
  const patchNamed = compilePatch<Plan>({
    refuse: refuseListingPaths,
    rules: [replace('/name', 'name', text), replace('/description', 'description', optionalText)],
  });

  // Recorded: test_update_model (update-model-invalid-path, update-model-invalid-op).
  it('lists the paths at which the operation is allowed', () => {
    expect(() => patchNamed(plan, [{ op: 'replace', path: '/wrong', value: 'x' }])).toThrow(
      "Invalid patch path  '/wrong' specified for op 'replace'. Must be one of: [/name, /description]",
    );
  });
  it('says so when there is none', () => {
    expect(() => patchNamed(plan, [{ op: 'add', path: '/name', value: 'x' }])).toThrow(
      "Invalid patch path  '/name' specified for op 'add'. Please choose supported operations",
    );
  });
});
