import { notifications } from '@mantine/notifications';
import { messageOf } from './api';

/** These are shown outside the page's tree, so that they take the language from the document. */
const closeButtonProps = () => ({ 'aria-label': document.documentElement.lang === 'sv' ? 'Stäng' : 'Close' });

export function toastDone(message: string): void {
  notifications.show({ message, color: 'bridge', autoClose: 4_000, closeButtonProps: closeButtonProps() });
}

export function toastFailed(title: string, error: unknown): void {
  notifications.show({ title, message: messageOf(error), color: 'red', autoClose: 8_000, closeButtonProps: closeButtonProps() });
}
