/**
 * Families of samples, and pages of them for Prometheus: in the text format (Prometheus documentation, "Exposition formats",
 * 0.0.4) or in OpenMetrics 1.0, whichever a reader asks for. Knows no metric by name.
 */
export type { Exemplar, Family, HistogramFamily, HistogramSample, NumberFamily, NumberSample } from './family.ts';
export { type Labels, labelsOf } from './labels.ts';
export { EXPOSITION_TYPES, type ExpositionFormat, formatFor } from './negotiate.ts';
export { renderPage } from './render.ts';
