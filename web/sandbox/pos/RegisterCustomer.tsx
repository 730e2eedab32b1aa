import { Center, Loader } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Consent, Contact } from '../contact/contact';
import { ContactForm } from '../contact/ContactForm';
import { fillGaps, newDraft } from '../contact/draft';
import { useTexts } from '../language';
import { posApi } from './pos_api';
import type { Setup } from './types';

interface Props {
  setup: Setup;
  searched: string;
  onSaved: (contact: Contact) => void;
  onCancel: () => void;
}

interface Start {
  consents: Consent[];
  found: Partial<Contact>;
}

/** A register or a consent list that fails must not keep a customer from being registered: the form opens without it. */
async function loadStart(searched: string): Promise<Start> {
  const [consents, found] = await Promise.all([
    posApi.consents().catch(() => []),
    searched === '' ? null : posApi.lookup(searched).catch(() => null),
  ]);
  return { consents, found: found ?? {} };
}

export function RegisterCustomer({ setup, searched, onSaved, onCancel }: Props) {
  const { customer: texts } = useTexts();
  const start = useQuery({ queryKey: ['register', searched], queryFn: () => loadStart(searched), gcTime: 0 });
  const register = useMutation({ mutationFn: posApi.register, onSuccess: onSaved });
  if (!start.data) {
    return (
      <Center py="xl">
        <Loader aria-label={texts.loadingForm} />
      </Center>
    );
  }
  const fields = setup.register_fields;
  return (
    <ContactForm
      title={texts.titles.register}
      initial={fillGaps(newDraft(searched, fields, start.data.consents), start.data.found)}
      fields={fields}
      mandatory={setup.mandatory}
      consents={start.data.consents}
      saving={register.isPending}
      refusal={register.error}
      onSave={register.mutate}
      onCancel={onCancel}
    />
  );
}
