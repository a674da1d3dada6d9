import { expect, test } from 'vitest';
import { renderPage } from '../telemetry/index.ts';
import { processFamilies, workerFamilies } from './metrics-page.ts';

const idle = {
  utilization: 0.25,
  delayP99Ms: 0,
  cpu: 0,
  rssBytes: 1,
  connections: 0,
  upstreamConnections: 0,
  waiting: 0,
};

test('the page tells of workers and of their connections', () => {
  const page = renderPage(
    workerFamilies({
      workers: 2,
      replaced: 1,
      loads: [{ ...idle, utilization: 0.5, delayP99Ms: 2, connections: 7, upstreamConnections: 3, waiting: 1 }, idle],
      grown: 1,
      shrunk: 0,
      last: { workers: 2, reason: 'a "reason"\nwith \\' },
    }),
    'text',
  );
  expect(page).toContain('# TYPE sallyport_workers gauge\nsallyport_workers 2\n');
  expect(page).toContain('sallyport_worker_replacements_total 1\n');
  expect(page).toContain('sallyport_worker_utilization_ratio{worker="1"} 0.25\n');
  expect(page).toContain('sallyport_worker_event_loop_delay_seconds{worker="0"} 0.002\n');
  expect(page).toContain('sallyport_worker_connections{worker="0"} 7\n');
  expect(page).toContain('sallyport_worker_upstream_connections{worker="0"} 3\n');
  expect(page).toContain('sallyport_worker_upstream_waiting{worker="0"} 1\n');
  expect(page).toContain('sallyport_scaling_decisions_total{direction="up"} 1\n');
  expect(page).toContain('sallyport_scaling_last_decision_info{workers="2",reason="a \\"reason\\"\\nwith \\\\"} 1\n');
});

test('the page tells of the control process', () => {
  const memoryUsage = Object.assign(() => process.memoryUsage(), { rss: () => 1_000 });
  const page = renderPage(
    processFamilies({ cpuUsage: () => ({ user: 1_500_000, system: 500_000 }), memoryUsage }, '1.2.3'),
    'text',
  );
  expect(page).toContain('sallyport_build_info{version="1.2.3"} 1\n');
  expect(page).toContain('process_cpu_seconds_total 2\n');
  expect(page).toContain('process_resident_memory_bytes 1000\n');
});
