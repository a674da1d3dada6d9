import { expect, test } from 'vitest';
import { metricsPage } from './metrics-page.ts';

// Prometheus documentation, "Exposition formats": HELP, TYPE, then a sample a line; \\, \" and \n escaped in labels.
test('the page is in Prometheus’s text format', () => {
  const page = metricsPage({
    workers: 2,
    replaced: 1,
    loads: [
      { utilization: 0.5, delayP99Ms: 2 },
      { utilization: 0.25, delayP99Ms: 0 },
    ],
    grown: 1,
    shrunk: 0,
    last: { workers: 2, reason: 'a "reason"\nwith \\' },
  });
  expect(page).toContain('# TYPE sallyport_workers gauge\nsallyport_workers 2\n');
  expect(page).toContain('sallyport_worker_utilization_ratio{worker="1"} 0.25\n');
  expect(page).toContain('sallyport_worker_event_loop_delay_seconds{worker="0"} 0.002\n');
  expect(page).toContain('sallyport_scaling_decisions_total{direction="up"} 1\n');
  expect(page).toContain('sallyport_scaling_last_decision_info{workers="2",reason="a \\"reason\\"\\nwith \\\\"} 1\n');
  expect(page.split('\n').every((line) => line === '' || /^(# (HELP|TYPE) \w+ .+|\w+(\{.*\})? \S+)$/.test(line))).toBe(
    true,
  );
});
