import { ChoiceField } from './ChoiceField';
import { LinesField } from './LinesField';
import { NumberField } from './NumberField';
import { PlainField } from './PlainField';
import { SecretField } from './SecretField';
import { SwitchField } from './SwitchField';
import { TextField } from './TextField';
import type { FieldPath } from './labels';

export type FieldKind = 'text' | 'email' | 'number' | 'switch' | 'choice' | 'lines' | 'secret' | 'plain' | 'plain_url' | 'plain_number';

export interface FieldRow {
  path: FieldPath;
  kind: FieldKind;
}

/** One line of a section's table as an input. */
export function Field({ path, kind }: FieldRow) {
  switch (kind) {
    case 'text': return <TextField path={path} />;
    case 'email': return <TextField path={path} type="email" />;
    case 'number': return <NumberField path={path} />;
    case 'switch': return <SwitchField path={path} />;
    case 'choice': return <ChoiceField path={path} />;
    case 'lines': return <LinesField path={path} />;
    case 'secret': return <SecretField path={path} />;
    case 'plain': return <PlainField path={path} />;
    case 'plain_url': return <PlainField path={path} type="url" />;
    case 'plain_number': return <PlainField path={path} type="number" />;
  }
}
