import { expect, test } from 'vitest';
import { phasesOf } from './log-phases.ts';

const AT = 'Tue May 30 01:22:45 UTC 2023 : ';

// Lines as in logs that users posted of AWS's tests (telemetry E.3).
test('reads a log as the steps of a request, with bodies of several lines', () => {
  const log = [
    'Execution log for request 4b8ae478-ac2d-4fff-96e9-870739d88db2',
    `${AT}Starting execution for request: 4b8ae478-ac2d-4fff-96e9-870739d88db2`,
    `${AT}HTTP Method: POST, Resource Path: /users`,
    `${AT}Method request body before transformations: {`,
    '  "name": "Ada"',
    '}',
    `${AT}Endpoint request URI: https://example.com/x`,
    `${AT}Sending request to https://example.com/x`,
    `${AT}Received response. Status: 200, Integration latency: 12 ms`,
    `${AT}Successfully completed execution`,
    `${AT}Method completed with status: 200`,
    '',
  ].join('\n');
  const phases = phasesOf(log);
  expect(phases.map(({ phase }) => phase)).toEqual([
    'method-request',
    'integration-request',
    'integration-response',
    'method-response',
  ]);
  expect(phases[0]?.facts.at(-1)).toEqual(['Method request body before transformations', '{\n  "name": "Ada"\n}']);
});

test('shows why a request failed', () => {
  const log = `Execution log\n${AT}Starting execution for request: 1\n${AT}Execution failed due to configuration error: Invalid permissions on Lambda function\n${AT}Method completed with status: 500\n`;
  expect(phasesOf(log)[1]).toEqual({
    phase: 'failure',
    facts: [['Execution failed due to configuration error', 'Invalid permissions on Lambda function']],
  });
});
