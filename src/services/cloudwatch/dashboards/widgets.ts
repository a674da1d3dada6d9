import { parseStatistic } from '../../../metrics/index.ts';
import { type Check, type Fields, isFields, oneOf } from './check.ts';

const TYPES = ['metric', 'text', 'log', 'alarm', 'explorer', 'custom'];
const VIEWS = ['timeSeries', 'singleValue', 'gauge', 'bar', 'pie', 'table'];
/** A namespace, a name, thirty dimensions of two words each, and what is set of the metric. */
const MOST_METRIC_ITEMS = 63;

/** API reference, "Widgets Array Structure". */
export function checkWidget(widget: unknown, at: string, check: Check): void {
  if (!isFields(widget)) return check.error(at, 'Should be object');
  for (const name of ['type', 'properties']) {
    if (widget[name] === undefined) check.error(at, `Should have required property '${name}'`);
  }
  oneOf(widget.type, TYPES, `${at}/type`, check);
  whole(widget.x, 0, 23, `${at}/x`, check);
  whole(widget.y, 0, Number.MAX_SAFE_INTEGER, `${at}/y`, check);
  whole(widget.width, 1, 24, `${at}/width`, check);
  whole(widget.height, 1, 1_000, `${at}/height`, check);
  // "Required: Yes, if `y` is specified", and the other way round.
  if ((widget.x === undefined) !== (widget.y === undefined)) {
    check.error(at, `Should have required property '${widget.x === undefined ? 'x' : 'y'}'`);
  }
  const { properties } = widget;
  if (properties === undefined) return;
  if (!isFields(properties)) return check.error(`${at}/properties`, 'Should be object');
  checkProperties(widget.type, properties, `${at}/properties`, check);
}

function checkProperties(type: unknown, properties: Fields, at: string, check: Check): void {
  switch (type) {
    case 'metric':
      return checkMetricWidget(properties, at, check);
    case 'text':
      return requireText(properties, 'markdown', at, check);
    case 'log':
      return requireText(properties, 'query', at, check);
    case 'alarm':
      if (!Array.isArray(properties.alarms)) check.error(at, "Should have required property 'alarms'");
      return;
    default:
  }
}

function checkMetricWidget(properties: Fields, at: string, check: Check): void {
  const { metrics, annotations, period, stat, region } = properties;
  if (metrics === undefined && !(isFields(annotations) && annotations.alarms !== undefined)) {
    check.error(at, "Should have required property 'metrics'");
  }
  oneOf(properties.view, VIEWS, `${at}/view`, check);
  if (period !== undefined && !isPeriod(period))
    check.error(`${at}/period`, 'Should be 1, 5, 10, 30, or a multiple of 60');
  if (stat !== undefined && (typeof stat !== 'string' || parseStatistic(stat) === undefined)) {
    check.warning(`${at}/stat`, `Invalid statistic: ${String(stat)}`);
  }
  if (region !== undefined && typeof region !== 'string') check.error(`${at}/region`, 'Should be string');
  if (metrics === undefined) return;
  if (!Array.isArray(metrics)) return check.error(`${at}/metrics`, 'Should be array');
  for (const [index, metric] of metrics.entries()) checkMetric(metric, `${at}/metrics/${index}`, check);
}

/** API reference, "Metric Widget: Format for Each Metric in the Array"; one metric may stand there without a list around it. */
function checkMetric(metric: unknown, at: string, check: Check): void {
  if (typeof metric === 'string') return;
  if (!Array.isArray(metric)) return check.error(at, 'Should be array');
  const last = metric.at(-1);
  const names = isFields(last) ? metric.slice(0, -1) : metric;
  for (const [index, name] of names.entries()) {
    // As users of AWS report it.
    if (typeof name !== 'string') {
      check.error(`${at}/${index}`, "Invalid metric field type, only 'String' type is allowed");
    }
  }
  if (names.length === 0 && isFields(last) && typeof last.expression === 'string') return;
  if (names.length < 2) check.error(at, 'Should NOT have less than 2 items');
  // As users of AWS report it, of a dimension without its value.
  else if (names.length % 2 === 1) check.error(at, `Should NOT have more than ${names.length - 1} items`);
  if (metric.length > MOST_METRIC_ITEMS) check.error(at, `Should NOT have more than ${MOST_METRIC_ITEMS} items`);
}

function requireText(properties: Fields, name: string, at: string, check: Check): void {
  const value = properties[name];
  if (value === undefined) check.error(at, `Should have required property '${name}'`);
  else if (typeof value !== 'string') check.error(`${at}/${name}`, 'Should be string');
}

function whole(value: unknown, least: number, most: number, at: string, check: Check): void {
  if (value === undefined) return;
  if (typeof value !== 'number' || !Number.isInteger(value)) check.error(at, 'Should be integer');
  else if (value < least) check.error(at, `Should be >= ${least}`);
  else if (value > most) check.error(at, `Should be <= ${most}`);
}

function isPeriod(value: unknown): boolean {
  return typeof value === 'number' && ([1, 5, 10, 20, 30].includes(value) || (value > 0 && value % 60 === 0));
}
