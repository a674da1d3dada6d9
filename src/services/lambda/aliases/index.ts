/** Aliases: names for versions, which can part a function's calls between two of them. */
export { aliasKind, listAliases } from './alias-document.ts';
export { aliasHandlers } from './alias-handlers.ts';
