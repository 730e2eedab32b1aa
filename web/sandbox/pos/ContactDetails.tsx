import { useFormat } from '../../components/format';
import { addressLines, type Contact } from '../contact/contact';
import { useTexts } from '../language';
import type { Texts } from '../texts/tables';
import { DetailList } from './DetailList';

export function ContactDetails({ contact }: { contact: Contact }) {
  const { customer: texts, fields } = useTexts();
  const format = useFormat();
  const { labels } = fields;
  const rows: [string, string[]][] = [
    [labels.email, [contact.email ?? '']],
    [labels.mobile, [contact.mobile ?? '']],
    [labels.phone, [contact.phone ?? '']],
    [labels.company, [contact.company ?? '']],
    [labels.birthday, [contact.birthday ? format.date(contact.birthday.slice(0, 10)) : '']],
    [labels.invoice_address, addressLines(contact, 'invoice')],
    [labels.delivery_address, addressLines(contact, 'delivery')],
    [texts.accepts, acceptedChannels(contact, texts)],
  ];
  return <DetailList title={texts.details} rows={rows} />;
}

function acceptedChannels(contact: Contact, { channels: names, noMarketing }: Texts['customer']): string[] {
  const channels = [
    contact.accepts_email ? names.email : '',
    contact.accepts_sms ? names.sms : '',
    contact.accepts_mail ? names.mail : '',
  ].filter(Boolean);
  return [channels.join(', ') || noMarketing];
}
