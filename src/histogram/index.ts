/**
 * Histograms that can be merged and lose nothing by it, and whose values are within 1 % of what was seen (as those of DDSketch,
 * Masson and others, 2019). Bins are the first bits of a double, so that counting needs neither a logarithm nor memory for bins
 * that nothing fell into.
 */
export { binOf, middleOf } from './bins.ts';
export { type Histogram, histogramOf, histogramOfAll, mergeHistograms, valuesOf } from './histogram.ts';
