import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { PhoneField, TextField } from '../design-system/web.ts';
import { person } from './person.register.ts';

const { fields } = person;
const NUMBERS = ['phone', 'secondPhone', 'officePhone'] as const;

/** What is typed into the fields of a person; an empty number is left out: unknown when new, unchanged when corrected. */
export function useContacts(firstName: string) {
  const [typed, setTyped] = useState({ name: firstName, phone: '', secondPhone: '', officePhone: '', email: '' });
  const { name, ...contacts } = typed;
  const given = Object.fromEntries(Object.entries(contacts).filter(([, text]) => text)) as Partial<typeof contacts>;
  const values = { name, ...given };
  return { typed, values, change: (changes: Partial<typeof typed>) => setTyped({ ...typed, ...changes }) };
}

export function PersonFields({
  typed,
  change,
  hint,
}: Pick<ReturnType<typeof useContacts>, 'typed' | 'change'> & { hint?: Phrase }) {
  return (
    <>
      <TextField
        label={fields.name.label}
        name="name"
        isRequired
        autoFocus
        maxLength={60}
        value={typed.name}
        onChange={(name) => change({ name })}
      />
      {NUMBERS.map((field) => (
        <PhoneField
          key={field}
          label={fields[field].label}
          name={field}
          hint={hint}
          value={typed[field]}
          onChange={(number) => change({ [field]: number })}
        />
      ))}
      <TextField
        label={fields.email.label}
        name="email"
        type="email"
        hint={hint}
        maxLength={120}
        value={typed.email}
        onChange={(email) => change({ email })}
      />
    </>
  );
}
