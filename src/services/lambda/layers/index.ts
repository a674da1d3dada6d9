/** Layers: what functions share, in numbered versions that never change. */

export { findLayerVersion, layerVersionKind, referToLayer } from './layer-document.ts';
export { layerHandlers } from './layer-handlers.ts';
export { layerPolicyHandlers } from './layer-policy-handlers.ts';
export { type UsedLayer, useLayers } from './use-layers.ts';
