import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { limitsScript, programScript } from './shell-script.ts';
import { createUserIds, userIdRange } from './user-ids.ts';

test('a shell becomes the program with its arguments and variables, whatever stands in them', () => {
  const odd = `'; echo broken; $(id) \\ "\n'`;
  const program = {
    command: { file: '/bin/sh', args: ['-c', 'printf "%s|" "$1" "$ODD" "$CDPATH" "$PWD"; cat', 'sh', odd] },
    folder: '/usr/bin',
    environment: { ODD: odd, CDPATH: '/tmp', 'not a name': 'x' },
    withChannel: false,
  };
  const script = `${limitsScript(false)}\n${programScript(program)}echo this is not run`;
  const options = { input: script, env: { PATH: '/usr/bin:/bin' }, encoding: 'utf8' } as const;
  expect(execFileSync('/bin/sh', ['-s'], options)).toBe(`${odd}|${odd}|/tmp|/usr/bin|`);
});

test('a variable that no environment can hold is refused', () => {
  const program = { command: { file: 'x', args: [] }, folder: '/', environment: { A: 'a\0b' }, withChannel: false };
  expect(() => programScript(program)).toThrow('null character');
});

test('no two instances are one user, and who has been one comes last', () => {
  const ids = createUserIds({ first: 500, count: 3 });
  expect([ids.take(), ids.take()]).toEqual([500, 501]);
  ids.release(500);
  expect([ids.take(), ids.take()]).toEqual([502, 500]);
  expect(() => ids.take()).toThrow('no more than 3');
});

test.each([
  ['all ids', '0 0 4294967295', { first: 1_879_048_192, count: 16_384 }],
  // As podman maps a container of an unprivileged user (newuidmap(1)): 65,536 ids.
  ['the ids of a container', '0 1000 1\n1 100000 65535', { first: 49_150, count: 16_384 }],
  ['one id', '0 1000 1', { first: 1, count: 0 }],
])('users are taken from ids that nobody has: %s', (_what, map, range) => {
  expect(userIdRange(map)).toEqual(range);
});
