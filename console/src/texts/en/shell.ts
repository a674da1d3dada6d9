/** What stands around every page. */
export const shell = {
  product: 'Sallyport',
  loading: 'Loading',
  dismiss: 'Dismiss',
  layout: {
    navigation: 'Side navigation',
    navigationClose: 'Close side navigation',
    navigationToggle: 'Open side navigation',
    notifications: 'Notifications',
  },
  notifications: {
    ariaLabel: 'Notifications',
    notificationBarAriaLabel: 'View all notifications',
    notificationBarText: 'Notifications',
    errorIconAriaLabel: 'Error',
    warningIconAriaLabel: 'Warning',
    successIconAriaLabel: 'Success',
    infoIconAriaLabel: 'Information',
    inProgressIconAriaLabel: 'In progress',
  },
  topBar: {
    region: (region: string) => `Region ${region}`,
    settings: 'Preferences',
    preferences: 'All preferences',
    about: 'About Sallyport',
    theme: 'Theme',
    themes: { system: 'Same as the system', light: 'Light', dark: 'Dark' },
    account: (id: string) => `Account ${id}`,
    credentials: 'Security credentials',
    signOut: 'Sign out',
  },
  missingRights: {
    title: 'Not all of this page can be shown to you',
    text: (actions: string) => `Ask whoever manages your IAM policies to allow: ${actions}.`,
  },
  notFound: {
    title: 'Page not found',
    text: 'No page has this address. It may have belonged to something that was deleted.',
    action: 'Go to the APIs',
  },
  defect: {
    title: 'This page failed',
    advice:
      'The rest of the console still works. Go back or open the page again; a defect like this is worth a report.',
  },
} as const;
