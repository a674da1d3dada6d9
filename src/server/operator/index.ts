/** The operator's own endpoints below `/_sallyport/`: what became of requests to APIs. The command line calls them. */
export { createRequestExplorer, type RequestExplorer } from './request-explorer.ts';
export { createRequestsApi, isRequestsPath } from './requests-api.ts';
