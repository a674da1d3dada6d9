/** Parameter mappings of HTTP APIs: what integrations change of requests and responses (facts D133, D134). */
export { type CompiledParameters, compileParameters, NO_PARAMETERS } from './compile-parameters.ts';
