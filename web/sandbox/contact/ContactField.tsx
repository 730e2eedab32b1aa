import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useLanguage } from '../../components/language';
import { useTexts } from '../language';
import { birthdayToInput, birthdayToWire, type Consent, type Draft, type FieldName, type SwitchField, type TextField } from './contact';
import { ConsentChoices } from './ConsentChoices';
import { countryOptions, type Option } from './countries';

export interface FieldProps {
  name: FieldName;
  draft: Draft;
  consents: Consent[];
  disabled: boolean;
  required: boolean;
  error: string | undefined;
  onChange: (change: Partial<Draft>) => void;
}

const inputTypes: Partial<Record<FieldName, string>> = { email: 'email', mobile: 'tel', phone: 'tel', birthday: 'date' };

/** One field of a customer, with the control that its kind of value needs. */
export function ContactField(props: FieldProps) {
  const { name } = props;
  if (name === 'acceptedconsents') return <ConsentChoices {...props} />;
  if (name === 'accepts_email' || name === 'accepts_sms' || name === 'accepts_mail') {
    return <SwitchInput {...props} name={name} />;
  }
  if (name === 'gender') return <GenderInput {...props} />;
  if (name === 'invoice_countryid' || name === 'delivery_countryid') return <CountryInput {...props} name={name} />;
  return <LineInput {...props} name={name} />;
}

function GenderInput(props: FieldProps) {
  const { fields } = useTexts();
  const options = [
    { value: 'female', label: fields.female },
    { value: 'male', label: fields.male },
  ];
  return <ChoiceInput {...props} name="gender" options={options} />;
}

function CountryInput(props: FieldProps & { name: 'invoice_countryid' | 'delivery_countryid' }) {
  const { language } = useLanguage();
  return <ChoiceInput {...props} options={countryOptions(props.draft[props.name], language)} />;
}

function SwitchInput({ name, draft, disabled, required, error, onChange }: FieldProps & { name: SwitchField }) {
  const { fields } = useTexts();
  return (
    <Checkbox
      name={name}
      label={fields.labels[name]}
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

type Choice = FieldProps & { name: TextField; options: Option[] };

function ChoiceInput({ name, draft, options, disabled, required, error, onChange }: Choice) {
  const { fields } = useTexts();
  return (
    <NativeSelect
      name={name}
      label={fields.labels[name]}
      data={[{ value: '', label: fields.notSpecified }, ...options]}
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
  const { fields } = useTexts();
  const isDate = name === 'birthday';
  return (
    <TextInput
      name={name}
      type={inputTypes[name] ?? 'text'}
      label={fields.labels[name]}
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
