/** The models of a deployed API, ready for what methods do with them. */
export { StageModels } from './stage-models.ts';
