/** Metric filters: log events that become data of metrics as they come in (user guide, "Creating metrics from log events"). */
export { type CompiledMetricFilter, compileMetricFilter, type FilterValue } from './compile-metric-filter.ts';
export {
  countMetricFilterRegexes,
  countMetricFilters,
  filtersOfGroup,
  metricFilters,
  removeMetricFilters,
} from './document.ts';
export { metricFilterHandlers } from './metric-filter-handlers.ts';
