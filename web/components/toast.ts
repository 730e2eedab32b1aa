import { notifications } from '@mantine/notifications';
import { messageOf } from './api';

export function toastDone(message: string): void {
  notifications.show({ message, color: 'bridge', autoClose: 4_000 });
}

export function toastFailed(title: string, error: unknown): void {
  notifications.show({ title, message: messageOf(error), color: 'red', autoClose: 8_000 });
}
