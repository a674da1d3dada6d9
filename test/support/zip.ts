export { createZip } from '../../src/sdk-generator/index.ts';
