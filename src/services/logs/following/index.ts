/** What becomes of events once they are kept: data of metrics, and calls of functions that subscribe. */
export { type FollowerOptions, startFollowing } from './follower.ts';
