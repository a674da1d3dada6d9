/** From a template's tree to functions that render it. */
export { compileBlock, type Program } from './compile-block.ts';
export { RenderState, STOP } from './render-state.ts';
