/** Deploying, what that changes, canaries, exports. */
export const deploy = {
  form: { save: 'Save changes', discard: 'Discard' },
} as const;
