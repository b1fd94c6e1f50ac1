import { useState } from 'react';
import { useView } from '../api/web.ts';
import { type FieldProps, PickField } from '../design-system/web.ts';
import type { people } from './organisation.views.ts';

/** One person of the phone book, found by name or unit. */
export function PersonField({
  value,
  onChange,
  ...field
}: FieldProps & { value: string | undefined; onChange: (id: string | undefined) => void }) {
  const [search, setSearch] = useState('');
  const view = useView<typeof people>(
    'people.list',
    { limit: 40, ...(search ? { q: search } : {}) },
    { keepsPrevious: true },
  );
  const items = (view.data?.items ?? []).map(({ id, name, unitName, posts }) => ({
    value: id,
    text: name,
    more: posts || unitName,
  }));
  return <PickField {...field} value={value} onChange={onChange} items={items} onSearch={setSearch} />;
}
