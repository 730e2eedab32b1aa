import type { NotificationData } from '@mantine/notifications';
import { messageOf } from './api';

/** These are shown outside the page's tree, so that they take the language from the document. */
const closeButtonProps = () => ({ 'aria-label': document.documentElement.lang === 'sv' ? 'Stäng' : 'Close' });

/** Their script is loaded when the first of them is shown. */
function show(toast: NotificationData): void {
  void import('@mantine/notifications').then(({ notifications }) => notifications.show({ ...toast, closeButtonProps: closeButtonProps() }));
}

export function toastDone(message: string): void {
  show({ message, color: 'bridge', autoClose: 4_000 });
}

export function toastFailed(title: string, error: unknown): void {
  show({ title, message: messageOf(error), color: 'red', autoClose: 8_000 });
}
