import { expect, test } from 'vitest';
import { exited, invalidEntrypoint, responseTooLarge, timedOut } from './function-errors.ts';

// Texts recorded on AWS in November 2025 (localstack's test_lambda.snapshot.json).
test('the errors of the platform are worded as AWS words them', () => {
  expect(timedOut('id', 1000)).toEqual({
    errorType: 'Sandbox.Timedout',
    errorMessage: 'RequestId: id Error: Task timed out after 1.00 seconds',
  });
  expect(exited('id', { status: 0 }).errorMessage).toBe(
    'RequestId: id Error: Runtime exited without providing a reason',
  );
  expect(exited('id', { status: 127 })).toEqual({
    errorType: 'Runtime.ExitError',
    errorMessage: 'RequestId: id Error: Runtime exited with error: exit status 127',
  });
  expect(responseTooLarge(6_291_556)).toEqual({
    errorType: 'Function.ResponseSizeTooLarge',
    errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
  });
});

// Go prints signals so (os.ProcessState.String), and AWS's supervisor passes that on.
test('a signal is named as Go names it', () => {
  expect(exited('id', { signal: 'SIGKILL' }).errorMessage).toBe(
    'RequestId: id Error: Runtime exited with error: signal: killed',
  );
});

test('a bootstrap that cannot be started is named', () => {
  expect(invalidEntrypoint('id', '/var/task/bootstrap', 'EACCES')).toEqual({
    errorType: 'Runtime.InvalidEntrypoint',
    errorMessage: 'RequestId: id Error: fork/exec /var/task/bootstrap: permission denied',
  });
});
