import { Alert, Avatar, Button, Grid, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, type Dispatch } from 'react';
import { IconAlert, IconPencil } from '../../components/icons';
import { displayName, initials, type Contact } from '../contact/contact';
import { useTexts } from '../language';
import type { Basket, BasketAction } from './basket';
import { BonusChecks } from './BonusChecks';
import { ContactDetails } from './ContactDetails';
import { DetailList } from './DetailList';
import { LatestPurchases } from './LatestPurchases';
import { useOnline } from './offline/line';
import { posApi } from './pos_api';
import { StatusNote } from './StatusNote';
import type { Setup } from './types';
import classes from './pos.module.css';

interface Props {
  setup: Setup;
  customer: Contact;
  basket: Basket;
  change: Dispatch<BasketAction>;
  onEdit: () => void;
  onOther: () => void;
  onDone: () => void;
}

/** The customer of this sale. The card refreshes when it opens, so a check used at another till is not offered. */
export function CustomerCard({ setup, customer, basket, change, onEdit, onOther, onDone }: Props) {
  const { customer: texts } = useTexts();
  const online = useOnline();
  const fresh = useQuery({
    enabled: online,
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
    <Stack gap="lg" role="region" aria-label={texts.titles.card}>
      <CardHead customer={customer} memberTitle={setup.member_number_title} onEdit={onEdit} />
      {customer.status && <StatusNote status={customer.status} />}
      {!online && (
        <Alert color="orange" py={8} icon={<IconAlert size={18} />}>
          {texts.offlineCard}
        </Alert>
      )}
      {online && <BonusChecks customer={customer} basket={basket} currency={setup.currency} change={change} />}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, sm: 5 }}>
          <Stack gap="lg">
            <ContactDetails contact={customer} />
            {(customer.sections ?? []).map((section, index) => (
              <DetailList key={index} title={section.title} rows={section.values.map(({ title, text }) => [title, [text]])} />
            ))}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 7 }}>
          <LatestPurchases contactid={customer.contactid} />
        </Grid.Col>
      </Grid>
      <Group justify="space-between" className={classes.cardFoot}>
        <Button variant="subtle" onClick={onOther}>
          {texts.other}
        </Button>
        <Button data-autofocus autoFocus onClick={onDone}>
          {texts.continue}
        </Button>
      </Group>
    </Stack>
  );
}

function CardHead({ customer, memberTitle, onEdit }: { customer: Contact; memberTitle: string; onEdit: () => void }) {
  const { words, fields } = useTexts();
  const online = useOnline();
  return (
    <Group justify="space-between" wrap="nowrap">
      <Group wrap="nowrap" style={{ minWidth: 0 }}>
        <Avatar color="bridge" size={52} radius="xl">
          {initials(customer)}
        </Avatar>
        <div style={{ minWidth: 0 }}>
          <Title order={3} fz={20} style={{ overflowWrap: 'anywhere' }}>
            {displayName(customer, fields.unnamed)}
          </Title>
          {customer.membernumber && (
            <Text size="sm" c="dimmed">
              {memberTitle} {customer.membernumber}
            </Text>
          )}
        </div>
      </Group>
      <Button variant="default" leftSection={<IconPencil size={16} />} style={{ flexShrink: 0 }} disabled={!online} onClick={onEdit}>
        {words.edit}
      </Button>
    </Group>
  );
}
