import { expect, it, vi } from 'vitest';
import type { HttpRequest } from './http-request.ts';
import { runRoute } from './run-route.ts';

it('a defect behind a guard that had to wait is answered 500, and is nobody else’s', async () => {
  const complete = vi.fn();
  const request = { context: { integrationStarted: vi.fn() }, onOutcome: vi.fn(), complete } as unknown as HttpRequest;
  const integrate = () => {
    throw new Error('broken');
  };
  runRoute({ routeKey: '$default', routePath: '$default', guards: [async () => undefined], integrate }, request);
  await expect.poll(() => complete.mock.calls).toHaveLength(1);
  expect(complete).toHaveBeenCalledWith(
    expect.objectContaining({ kind: 'failure', detail: expect.stringContaining('broken') }),
  );
});
