import { Avatar, Button, Grid, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, type Dispatch } from 'react';
import { IconPencil } from '../../components/icons';
import { displayName, initials, type Contact } from '../contact/contact';
import type { BasketAction } from './basket';
import { BonusChecks } from './BonusChecks';
import { ContactDetails } from './ContactDetails';
import { LatestPurchases } from './LatestPurchases';
import { posApi } from './pos_api';
import type { Setup } from './types';

interface Props {
  setup: Setup;
  customer: Contact;
  chosen: string[];
  change: Dispatch<BasketAction>;
  onEdit: () => void;
  onOther: () => void;
  onDone: () => void;
}

/** The customer of this sale. The card refreshes when it opens, so a check used at another till is not offered. */
export function CustomerCard({ setup, customer, chosen, change, onEdit, onOther, onDone }: Props) {
  const fresh = useQuery({
    queryKey: ['customer', customer.contactid],
    queryFn: () => posApi.customer(customer.contactid),
    staleTime: 0,
    gcTime: 0,
  });
  const keep = useEffectEvent((contact: Contact) => {
    change({ type: 'set_customer', customer: contact });
  });
  useEffect(() => {
    if (fresh.data) keep(fresh.data);
  }, [fresh.data]);

  return (
    <Stack gap="lg" role="region" aria-label="Customer card">
      <Group justify="space-between" wrap="nowrap">
        <Group wrap="nowrap">
          <Avatar color="bridge" size={52} radius="xl">
            {initials(customer)}
          </Avatar>
          <div>
            <Title order={3} fz={20}>
              {displayName(customer)}
            </Title>
            {customer.membernumber && (
              <Text size="sm" c="dimmed">
                {setup.member_number_title} {customer.membernumber}
              </Text>
            )}
          </div>
        </Group>
        <Button variant="default" leftSection={<IconPencil size={16} />} onClick={onEdit}>
          Edit
        </Button>
      </Group>
      <BonusChecks
        checks={customer.bonuschecks ?? []}
        promotions={customer.promotions ?? []}
        chosen={chosen}
        currency={setup.currency}
        onToggle={(id) => {
          change({ type: 'toggle_bonus_check', id });
        }}
      />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, sm: 5 }}>
          <ContactDetails contact={customer} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 7 }}>
          <LatestPurchases contactid={customer.contactid} />
        </Grid.Col>
      </Grid>
      <Group justify="space-between">
        <Button variant="subtle" onClick={onOther}>
          Find another customer
        </Button>
        <Button data-autofocus autoFocus onClick={onDone}>
          Continue with this customer
        </Button>
      </Group>
    </Stack>
  );
}
