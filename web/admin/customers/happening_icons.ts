import {
  IconAlert, IconCircleCheck, IconClock, IconInbox, IconKey, IconPencil, IconRefresh, IconSearch, IconSend, IconShieldCheck, IconShoppingBag, IconTicket,
  IconUserPlus,
} from '../../components/icons';
import type { Schemas } from '../api/client';
import type { Happening } from './happenings';

interface Sign {
  Icon: typeof IconAlert;
  color: string;
}

const outcomes: Record<Schemas['DeliveryAttempt']['outcome'], Sign> = {
  delivered: { Icon: IconCircleCheck, color: 'teal' },
  deferred: { Icon: IconClock, color: 'gray' },
  retry: { Icon: IconRefresh, color: 'yellow' },
  rejected: { Icon: IconAlert, color: 'red' },
  unauthorized: { Icon: IconKey, color: 'red' },
};

const signs: Record<Happening['what'], Sign> = {
  registered: { Icon: IconUserPlus, color: 'bridge' },
  changed: { Icon: IconPencil, color: 'bridge' },
  lookup: { Icon: IconSearch, color: 'gray' },
  consent: { Icon: IconShieldCheck, color: 'bridge' },
  event: { Icon: IconInbox, color: 'blue' },
  order: { Icon: IconShoppingBag, color: 'blue' },
  bonus: { Icon: IconTicket, color: 'grape' },
  queued: { Icon: IconSend, color: 'gray' },
  attempt: { Icon: IconSend, color: 'gray' },
};

/** The words beside it say the same. */
export const iconOf = ({ what, attempt }: Happening): Sign => (attempt ? outcomes[attempt.outcome] : signs[what]);
