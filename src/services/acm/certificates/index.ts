/** Certificates themselves: what is read from PEM, and what ACM says of it. */
export { readFacts } from './facts.ts';
export { type Material, readMaterial } from './material.ts';
