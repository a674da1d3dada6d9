import { expect, test } from 'vitest';
import { checkSettings, type SettingsInput } from './settings.ts';

const problem = (input: SettingsInput) => {
  try {
    checkSettings(input);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return `${error.name}: ${error.message}`;
  }
};
const VALUE = 'ValidationException: 1 validation error detected: Value';

test('what is within the limits of the service model passes', () => {
  expect(
    problem({
      Role: 'arn:aws:iam::000000000000:role/path/name',
      Handler: 'src/app.users.list',
      Timeout: 900,
      MemorySize: 10_240,
      EphemeralStorage: { Size: 512 },
      Environment: { Variables: { TABLE: 'users', TZ: 'Europe/Berlin' } },
      VpcConfig: { SubnetIds: [], SecurityGroupIds: [] },
      TracingConfig: { Mode: 'PassThrough' },
    }),
  ).toBeUndefined();
});

// The pattern and the form of the messages are those of the service model and of AWS's validation (as recorded in
// `test_snapstart_exceptions`).
test.each<[SettingsInput, string]>([
  [
    { Role: 'r1' },
    `${VALUE} 'r1' at 'role' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+`,
  ],
  [
    { Timeout: 0 },
    `${VALUE} '0' at 'timeout' failed to satisfy constraint: Member must have value greater than or equal to 1`,
  ],
  [
    { Timeout: 901 },
    `${VALUE} '901' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900`,
  ],
  [
    { MemorySize: 127 },
    `${VALUE} '127' at 'memorySize' failed to satisfy constraint: Member must have value greater than or equal to 128`,
  ],
  [
    { Handler: 'a b' },
    `${VALUE} 'a b' at 'handler' failed to satisfy constraint: Member must satisfy regular expression pattern: [^\\s]+`,
  ],
])('%j', (input, expected) => {
  expect(problem(input)).toBe(expected);
});

test('several violations are reported at once', () => {
  expect(problem({ Timeout: 0, MemorySize: 1 })).toMatch(/^ValidationException: 2 validation errors detected: .*; .*$/);
});

test('an unknown runtime is refused by name', () => {
  expect(problem({ Runtime: 'non-existent-runtime' })).toMatch(
    /^InvalidParameterValueException: Value non-existent-runtime at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: \[.*\] or be a valid ARN$/,
  );
});

test('reserved variables are named', () => {
  expect(problem({ Environment: { Variables: { AWS_REGION: 'x', MINE: 'y', _HANDLER: 'z' } } })).toMatch(
    /Value '_HANDLER' at 'environment.variables.key'/,
  );
  expect(problem({ Environment: { Variables: { AWS_REGION: 'x', MINE: 'y' } } })).toMatch(
    /reserved keys that are currently not supported for modification\. Reserved keys used in this request: AWS_REGION$/,
  );
});

// Recorded: `test_large_environment_variables_fails`, and its neighbour that just fits.
test('all variables together have 4 KB of compact JSON', () => {
  const withLength = (length: number) => ({ Environment: { Variables: { LARGE_VAR: 'x'.repeat(length) } } });
  const frame = '{"LARGE_VAR":""}'.length;
  expect(problem(withLength(4096 - frame))).toBeUndefined();
  expect(problem(withLength(4097 - frame))).toMatch(
    /^InvalidParameterValueException: .* exceeded the 4KB limit\. String measured: \{"LARGE_VAR":"x+"\}$/,
  );
});

test.each<SettingsInput>([
  { VpcConfig: { SubnetIds: ['subnet-1'] } },
  { TracingConfig: { Mode: 'Active' } },
  { SnapStart: { ApplyOn: 'PublishedVersions' } },
])('what is not built is refused, not ignored: %j', (input) => {
  expect(problem(input)).toMatch(/^InvalidParameterValueException: Sallyport does not support /);
});
