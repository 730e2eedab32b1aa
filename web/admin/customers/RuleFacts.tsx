import { Stack, Text } from '@mantine/core';
import { useChosen } from '../accounts';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { Fact } from '../list/Fact';
import { Section } from '../list/Section';
import { StateBadge } from '../list/StateBadge';
import { customerTexts } from '../texts/customers';
import type { Customer } from './customer';

/** What Rule knows of the person, and what they may be sent. */
export function RuleFacts({ customer }: { customer: Customer }) {
  const texts = useTexts(customerTexts);
  const { account } = useChosen();
  const format = useFormat(account?.time_zone);
  const { rule } = customer;
  const accepted = [
    customer.accepts_email && texts.channels.email,
    customer.accepts_sms && texts.channels.sms,
    customer.accepts_mail && texts.channels.mail,
    ...customer.accepted_consents,
  ].filter((channel) => channel !== false);
  const hint = rule === null ? texts.ruleUnknownHint : rule.blocked ? texts.ruleBlockedHint : '';
  return (
    <Section title={texts.rule}>
      <Stack gap="sm">
        <div>
          <StateBadge tone={rule === null ? 'calm' : rule.blocked ? 'bad' : 'good'}>
            {rule === null ? texts.ruleUnknown : rule.blocked ? texts.ruleBlocked : texts.ruleKnown}
          </StateBadge>
        </div>
        {hint !== '' && <Text size="sm">{hint}</Text>}
        {rule && (
          <>
            <Fact name={texts.ruleNumber}>{rule.remote_id}</Fact>
            <Fact name={texts.ruleChecked}>{format.time(rule.checked_at)}</Fact>
          </>
        )}
        <Fact name={texts.accepts}>{accepted.join(', ') || texts.nothingAccepted}</Fact>
      </Stack>
    </Section>
  );
}
