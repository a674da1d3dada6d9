/** What the console in a browser needs of the server beside the AWS APIs. */
export { createFileServer, redirectToConsole } from './files/index.ts';
export { createSignIn } from './sign-in/index.ts';
