/** The deployed stages that a worker knows, each with its plan once a request has asked for it. */
export { StageTable } from './stage-table.ts';
