import { describe, expect, it } from 'vitest';
import { enumViolations, refuseViolations } from '../../aws/index.ts';
import { patchOpViolations, statusCodeViolations } from './constraints.ts';

// Every text below is a recorded AWS answer (localstack's snapshots of test_apigateway_api).
describe('refuseViolations', () => {
  it('reports several at once (test_update_method_response_negative_tests)', () => {
    expect(() =>
      refuseViolations(
        patchOpViolations('updateMethodResponseInput', [{ op: 'wrong_op', path: '/x' }]),
        statusCodeViolations('wrong'),
      ),
    ).toThrow(
      "2 validation errors detected: Value 'wrong_op' at 'updateMethodResponseInput.patchOperations.1.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]; Value 'wrong' at 'statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d",
    );
  });

  it('numbers patch operations from one (test_update_method_response_wrong_operations)', () => {
    const operations = [{ op: 'wrong_op' }, { op: 'replace' }, { op: 'wrong_op' }];
    expect(
      patchOpViolations('updateMethodResponseInput', operations).map((text) => /operations\.(\d)/i.exec(text)?.[1]),
    ).toEqual(['1', '3']);
  });

  it('lets everything else pass', () => {
    expect(() =>
      refuseViolations(
        enumViolations(undefined, 'x', ['a']),
        enumViolations('a', 'x', ['a']),
        statusCodeViolations('200'),
      ),
    ).not.toThrow();
    for (const bad of ['099', '600', '20', '2000', '2xx']) expect(statusCodeViolations(bad), bad).toHaveLength(1);
  });
});
