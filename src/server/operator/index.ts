/** The operator's own endpoints below `/_sallyport/`: what became of requests to APIs, and what functions are kept to. */
export { createOperatorApi, isOperatorPath } from './operator-api.ts';
export { createRequestExplorer, type RequestExplorer } from './request-explorer.ts';
