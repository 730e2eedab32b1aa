import { Stack, Text } from '@mantine/core';
import { formatDate } from '../../components/dates';
import { addressLines, type Contact } from '../contact/contact';

/** What is known, and nothing about what is not. */
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
  return (
    <section aria-label="Contact details">
      <Text fw={600} size="sm" mb="xs">
        Contact details
      </Text>
      <Stack gap={10}>
        {rows
          .filter(([, lines]) => lines.some(Boolean))
          .map(([label, lines]) => (
            <div key={label}>
              <Text size="xs" c="dimmed">
                {label}
              </Text>
              {lines.map((line) => (
                <Text key={line} size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {line}
                </Text>
              ))}
            </div>
          ))}
      </Stack>
    </section>
  );
}

function acceptedChannels(contact: Contact): string[] {
  const channels = [
    contact.accepts_email ? 'e-mail' : '',
    contact.accepts_sms ? 'SMS' : '',
    contact.accepts_mail ? 'post' : '',
  ].filter(Boolean);
  return [channels.join(', ') || 'no marketing'];
}
