/** Changing an HTTP API, and deploying it: one transaction, answered when it is served. */
export { changeDefinition, publishAll } from './change.ts';
export { autoDeploy, deploy, momentOf, putServedStage } from './deploy.ts';
