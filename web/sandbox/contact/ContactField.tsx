import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { birthdayToInput, birthdayToWire, type Consent, type Draft, type FieldName, type SwitchField, type TextField } from './contact';
import { ConsentChoices } from './ConsentChoices';
import { countryOptions } from './countries';
import { fieldLabels } from './fields';

export interface FieldProps {
  name: FieldName;
  draft: Draft;
  consents: Consent[];
  disabled: boolean;
  required: boolean;
  error: string | undefined;
  onChange: (change: Partial<Draft>) => void;
}

const genders = [
  { value: '', label: 'Not specified' },
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
];

const inputTypes: Partial<Record<FieldName, string>> = { email: 'email', mobile: 'tel', phone: 'tel', birthday: 'date' };

/** One field of a customer, with the control that its kind of value needs. */
export function ContactField(props: FieldProps) {
  const { name } = props;
  if (name === 'acceptedconsents') return <ConsentChoices {...props} />;
  if (name === 'accepts_email' || name === 'accepts_sms' || name === 'accepts_mail') {
    return <SwitchInput {...props} name={name} />;
  }
  if (name === 'gender') return <ChoiceInput {...props} name={name} options={genders} />;
  if (name === 'invoice_countryid' || name === 'delivery_countryid') {
    return <ChoiceInput {...props} name={name} options={countryOptions(props.draft[name])} />;
  }
  return <LineInput {...props} name={name} />;
}

function SwitchInput({ name, draft, disabled, required, error, onChange }: FieldProps & { name: SwitchField }) {
  return (
    <Checkbox
      name={name}
      label={fieldLabels[name]}
      checked={draft[name]}
      disabled={disabled}
      required={required}
      error={error}
      onChange={(event) => {
        onChange({ [name]: event.currentTarget.checked });
      }}
    />
  );
}

type Choice = FieldProps & { name: TextField; options: { value: string; label: string }[] };

function ChoiceInput({ name, draft, options, disabled, required, error, onChange }: Choice) {
  return (
    <NativeSelect
      name={name}
      label={fieldLabels[name]}
      data={options}
      value={name === 'gender' ? draft[name] : draft[name].toLowerCase()}
      disabled={disabled}
      required={required}
      error={error}
      onChange={(event) => {
        onChange({ [name]: event.currentTarget.value });
      }}
    />
  );
}

function LineInput({ name, draft, disabled, required, error, onChange }: FieldProps & { name: TextField }) {
  const isDate = name === 'birthday';
  return (
    <TextInput
      name={name}
      type={inputTypes[name] ?? 'text'}
      label={fieldLabels[name]}
      value={isDate ? birthdayToInput(draft[name]) : draft[name]}
      disabled={disabled}
      required={required}
      error={error}
      autoComplete="off"
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChange({ [name]: isDate ? birthdayToWire(value) : value });
      }}
    />
  );
}
