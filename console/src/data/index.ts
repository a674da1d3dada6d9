/** Reading and changing what the APIs hold: hooks over TanStack Query. */
export { allowInvocation } from './allow-invocation.ts';
export { changed } from './changed.ts';
export { itemPatches, listPatches, mapPatches, type Patch, pointer, replacements, valuePatches } from './patches.ts';
export { joined, mapped, type Read, readable } from './read.ts';
export { orUndo } from './undo.ts';
export { type Action, useAction, useSteps } from './use-action.ts';
export { useAll } from './use-all.ts';
export { type KnownApi, OTHER_APIS, useApi } from './use-api.ts';
export { useCall } from './use-call.ts';
export { useOwn } from './use-own.ts';
