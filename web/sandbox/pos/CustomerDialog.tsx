import { Modal } from '@mantine/core';
import { useState, type Dispatch } from 'react';
import type { Contact } from '../contact/contact';
import { useTexts } from '../language';
import type { Basket, BasketAction } from './basket';
import { CustomerCard } from './CustomerCard';
import { CustomerMissing } from './CustomerMissing';
import { CustomerSearch } from './CustomerSearch';
import { EditCustomer } from './EditCustomer';
import { RegisterCustomer } from './RegisterCustomer';
import { tillDialog } from './till_dialog';
import type { Setup } from './types';

interface Props {
  opened: boolean;
  setup: Setup;
  basket: Basket;
  change: Dispatch<BasketAction>;
  onClose: () => void;
}

type Step = { name: 'search' | 'card' | 'edit' } | { name: 'missing' | 'register'; key: string };

/** Everything about the buyer happens in this one dialog; what it shows starts over each time it opens. */
export function CustomerDialog(props: Props) {
  const { customer: texts, words } = useTexts();
  const { opened, onClose, basket } = props;
  const [step, setStep] = useState<Step>({ name: 'search' });
  const [wasOpened, setWasOpened] = useState(false);
  if (opened !== wasOpened) {
    setWasOpened(opened);
    if (opened) setStep({ name: basket.customer ? 'card' : 'search' });
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={texts.titles[step.name]}
      size={step.name === 'search' || step.name === 'missing' ? 480 : 720}
      {...tillDialog(words.close)}
    >
      <Steps {...props} step={step} onStep={setStep} />
    </Modal>
  );
}

function Steps({ setup, basket, change, onClose, step, onStep }: Props & { step: Step; onStep: (step: Step) => void }) {
  const attach = (customer: Contact) => {
    change({ type: 'set_customer', customer });
    onStep({ name: 'card' });
  };
  switch (step.name) {
    case 'search':
      return (
        <CustomerSearch
          placeholder={setup.search_placeholder}
          connected={setup.connected}
          onFound={attach}
          onMissing={(key) => {
            onStep({ name: 'missing', key });
          }}
          onNew={(key) => {
            onStep({ name: 'register', key });
          }}
        />
      );
    case 'missing':
      return (
        <CustomerMissing
          searched={step.key}
          onAgain={() => {
            onStep({ name: 'search' });
          }}
          onNew={() => {
            onStep({ name: 'register', key: step.key });
          }}
        />
      );
    case 'register':
      return (
        <RegisterCustomer
          setup={setup}
          searched={step.key}
          onSaved={attach}
          onCancel={() => {
            onStep({ name: 'search' });
          }}
        />
      );
    case 'card':
      return basket.customer ? (
        <CustomerCard
          setup={setup}
          customer={basket.customer}
          basket={basket}
          change={change}
          onEdit={() => {
            onStep({ name: 'edit' });
          }}
          onOther={() => {
            onStep({ name: 'search' });
          }}
          onDone={onClose}
        />
      ) : null;
    case 'edit':
      return basket.customer ? (
        <EditCustomer
          setup={setup}
          customer={basket.customer}
          onSaved={attach}
          onCancel={() => {
            onStep({ name: 'card' });
          }}
        />
      ) : null;
  }
}
