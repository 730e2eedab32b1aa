import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

/** Where the toasts appear; loaded after the page, since none comes before somebody presses something. */
export default function Notices() {
  return <Notifications position="top-right" />;
}
