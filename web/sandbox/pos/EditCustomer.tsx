import { Center, Loader } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { changesBetween, draftOf, type Contact, type Draft } from '../contact/contact';
import { ContactForm } from '../contact/ContactForm';
import { useTexts } from '../language';
import { posApi } from './pos_api';
import type { Setup } from './types';

interface Props {
  setup: Setup;
  customer: Contact;
  onSaved: (contact: Contact) => void;
  onCancel: () => void;
}

export function EditCustomer({ setup, customer, onSaved, onCancel }: Props) {
  const { customer: texts } = useTexts();
  const consents = useQuery({ queryKey: ['consents'], queryFn: () => posApi.consents().catch(() => []) });
  const before = draftOf(customer);
  const update = useMutation({
    mutationFn: (draft: Draft) => {
      const changes = changesBetween(before, draft);
      return Object.keys(changes).length === 0
        ? Promise.resolve(customer)
        : posApi.update(customer.contactid, changes);
    },
    onSuccess: onSaved,
  });
  if (!consents.data) {
    return (
      <Center py="xl">
        <Loader aria-label={texts.loadingForm} />
      </Center>
    );
  }
  return (
    <ContactForm
      title={texts.titles.edit}
      initial={before}
      fields={setup.update_fields}
      mandatory={setup.mandatory}
      consents={consents.data}
      saving={update.isPending}
      refusal={update.error}
      onSave={update.mutate}
      onCancel={onCancel}
    />
  );
}
