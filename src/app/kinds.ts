/** What Coroot notifies about, in the order and with the names of its own form. */
export { type NotificationKind, notificationKinds } from '../coroot';
import type { NotificationKind } from '../coroot';

/** How a kind is called in the page. */
export const kindLabels: Readonly<Record<NotificationKind, string>> = {
  incident: 'Incident',
  deployment: 'Deployment',
  alert: 'Alert',
};
