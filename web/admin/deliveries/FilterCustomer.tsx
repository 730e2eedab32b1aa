import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../../components/api';
import { useWords } from '../../components/words';
import { useChosen } from '../accounts';
import { client } from '../api/client';
import { useTexts } from '../language';
import { deliveryFilterTexts } from '../texts/delivery_filter';
import { FilterText } from './FilterText';

interface Props {
  customer: string;
  onChange: (customer: string) => void;
}

/** Takes an e-mail address or phone number, too; only the customer's number gets into the address, where others may read it. */
export function FilterCustomer({ customer, onChange }: Props) {
  const texts = useTexts(deliveryFilterTexts);
  const words = useWords();
  const { account } = useChosen();
  const [fault, setFault] = useState<string | undefined>();
  const find = useMutation({
    mutationFn: ({ shop, key }: { shop: string; key: string }) => client.post('/api/v1/customers/find', { account: shop, key }),
    onSuccess: ({ items }) => {
      if (items[0]) onChange(items[0].contact_id);
      else setFault(texts.nobody);
    },
    onError: (error) => {
      setFault(words.translate(messageOf(error)));
    },
  });
  const commit = (typed: string) => {
    setFault(undefined);
    if (typed === '') onChange('');
    else if (account) find.mutate({ shop: account.account_id, key: typed });
    else if (/^\d+$/.test(typed)) onChange(typed);
    else setFault(texts.needsShop);
  };
  return <FilterText label={texts.customer} placeholder={texts.customerHint} value={customer} error={fault} onCommit={commit} />;
}
