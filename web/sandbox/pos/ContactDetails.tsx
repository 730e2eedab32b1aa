import { formatDate } from '../../components/dates';
import { addressLines, type Contact } from '../contact/contact';
import { DetailList } from './DetailList';

export function ContactDetails({ contact }: { contact: Contact }) {
  const rows: [string, string[]][] = [
    ['E-mail', [contact.email ?? '']],
    ['Mobile phone', [contact.mobile ?? '']],
    ['Phone', [contact.phone ?? '']],
    ['Company', [contact.company ?? '']],
    ['Birthday', [contact.birthday ? formatDate(contact.birthday.slice(0, 10)) : '']],
    ['Invoice address', addressLines(contact, 'invoice')],
    ['Delivery address', addressLines(contact, 'delivery')],
    ['Accepts', acceptedChannels(contact)],
  ];
  return <DetailList title="Contact details" rows={rows} />;
}

function acceptedChannels(contact: Contact): string[] {
  const channels = [
    contact.accepts_email ? 'e-mail' : '',
    contact.accepts_sms ? 'SMS' : '',
    contact.accepts_mail ? 'post' : '',
  ].filter(Boolean);
  return [channels.join(', ') || 'no marketing'];
}
