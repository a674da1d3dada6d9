import { expect, test } from 'vitest';
import { settingsHelp } from './help.ts';
import { configurationReference } from './reference.ts';
import { flagOf, type Setting, variableOf } from './setting.ts';
import { SETTINGS } from './table.ts';

const table: readonly Setting<unknown>[] = Object.values(SETTINGS);

test('names are unique and make good flags', () => {
  expect(new Set(table.map(({ name }) => name)).size).toBe(table.length);
  for (const { name } of table) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

// The names that issue 2 sets down.
test.each([
  [SETTINGS.controlPort, '--control-port', 'SALLYPORT_CONTROL_PORT'],
  [SETTINGS.gatewayPort, '--gateway-port', 'SALLYPORT_GATEWAY_PORT'],
  [SETTINGS.host, '--host', 'SALLYPORT_HOST'],
  [SETTINGS.dataDirectory, '--data-dir', 'SALLYPORT_DATA_DIR'],
  [SETTINGS.workers, '--workers', 'SALLYPORT_WORKERS'],
  [SETTINGS.ephemeral, '--ephemeral', 'SALLYPORT_EPHEMERAL'],
  [SETTINGS.accountId, '--account-id', 'SALLYPORT_ACCOUNT_ID'],
  [SETTINGS.configFile, '--config', 'SALLYPORT_CONFIG'],
  [SETTINGS.functionConcurrency, '--function-concurrency', 'SALLYPORT_FUNCTION_CONCURRENCY'],
  [SETTINGS.drainTimeoutMs, '--drain-timeout', 'SALLYPORT_DRAIN_TIMEOUT'],
  [SETTINGS.logLevel, '--log-level', 'SALLYPORT_LOG_LEVEL'],
  [SETTINGS.accessLog, '--access-log', 'SALLYPORT_ACCESS_LOG'],
])('%o', (setting, flag, variable) => {
  expect([flagOf(setting), variableOf(setting)]).toEqual([flag, variable]);
});

test('every default is allowed', () => {
  for (const { kind, defaultText, sources } of table) {
    // Defaults that depend on the machine are described in words.
    if (!sources.includes('file') || defaultText === 'none' || /[$ ]/.test(defaultText)) continue;
    expect(kind.parse(defaultText), defaultText).toBeDefined();
  }
});

test('help and reference tell of every setting, under each of its names', () => {
  for (const setting of table) {
    for (const text of [settingsHelp(), configurationReference()]) {
      expect(text).toContain(variableOf(setting));
      if (setting.sources.includes('flag')) expect(text).toContain(flagOf(setting));
      else expect(text).not.toContain(flagOf(setting));
    }
  }
});

test('no line of the help is wider than 100 columns', () => {
  for (const line of settingsHelp().split('\n')) expect(line.length).toBeLessThanOrEqual(100);
});
