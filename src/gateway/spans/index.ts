/** Traces of sampled requests as spans: one more rendering of what phases tell (decision 0027). */
export { compileSampling } from './compile-sampling.ts';
export type { SpanSubject } from './subject.ts';
