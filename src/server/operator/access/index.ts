/** Whether somebody may call a method or an AWS action, and which policy says so: what `sallyport explain-access` asks. */
export { type AccessOptions, accessEndpoint } from './endpoint.ts';
