import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useChosen } from '../accounts';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { Fact } from '../list/Fact';
import { Section } from '../list/Section';
import { PageLink } from '../PageLink';
import { customerTexts } from '../texts/customers';
import { addressLines, wordFor, type Customer } from './customer';
import { RuleFacts } from './RuleFacts';

/** Who it is: all that is on the card. What is not known is left out. */
export function CustomerSide({ customer }: { customer: Customer }) {
  const texts = useTexts(customerTexts);
  const { account } = useChosen();
  const format = useFormat(account?.time_zone);
  const spent = texts.spentValue(format.count(customer.purchase_count), format.money(customer.purchase_total, customer.purchase_currency));
  const facts: [string, string][] = [
    [texts.email, customer.email],
    [texts.mobile, customer.mobile],
    [texts.phone, customer.phone],
    [texts.memberNumber, customer.member_number],
    [texts.number, customer.contact_id],
    [texts.spent, customer.purchase_count === 0 ? '' : spent],
    [texts.store, customer.store],
    [texts.registered, format.time(customer.registered_at)],
    [texts.updated, format.time(customer.updated_at)],
    [texts.company, customer.company],
    [texts.companyId, customer.company_id],
    [texts.gender, wordFor(texts.genders, customer.gender)],
    [texts.birthday, customer.birthday === null ? '' : format.date(customer.birthday)],
  ];
  const invoice = addressLines(customer.invoice_address, format.country);
  const delivery = addressLines(customer.delivery_address, format.country);
  const isOne = invoice.join('\n') === delivery.join('\n');
  return (
    <Stack gap="lg">
      <Section title={texts.about}>
        <SimpleGrid cols={{ base: 2, md: 1 }} spacing="sm">
          {facts.filter(([, value]) => value !== '').map(([name, value]) => (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ))}
          <Address name={isOne ? texts.address : texts.invoiceAddress} lines={invoice} />
          {!isOne && <Address name={texts.deliveryAddress} lines={delivery} />}
        </SimpleGrid>
        <PageLink to={{ page: 'deliveries', account: customer.account_id, search: { customer: customer.contact_id } }} size="sm" mt="sm" display="inline-block">
          {texts.toDeliveries}
        </PageLink>
      </Section>
      <RuleFacts customer={customer} />
    </Stack>
  );
}

function Address({ name, lines }: { name: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <Fact name={name}>
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
    </Fact>
  );
}
