/** A page's own frame (title, breadcrumbs, actions), and how a page tells what was done. */
export { BreadcrumbsProvider, type Crumb, ShownBreadcrumbs } from './breadcrumbs.tsx';
export { useShownRefusal } from './missing-rights.tsx';
export { NotificationsProvider, ShownNotifications, useNotify } from './notifications.tsx';
export { Page } from './page.tsx';
