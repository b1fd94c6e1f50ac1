import { useState } from 'react';
import type { View } from '../../foundation/api/define.ts';
import { useView } from '../../foundation/api/web.ts';
import { type FieldProps, PickField } from '../../foundation/design-system/web.ts';

interface WarehouseItem {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}
type List = View<'warehouses.list', { q?: string; limit: number; sort: string }, { items: readonly WarehouseItem[] }>;

/** One of the warehouses that the person sees. */
export function WarehouseField({
  value,
  onChange,
  ...field
}: FieldProps & { value: string | undefined; onChange: (id: string | undefined) => void }) {
  const [typed, setTyped] = useState('');
  // A district has some dozens of them: all are asked once, and typing narrows them here.
  const found = useView<List>('warehouses.list', { limit: 500, sort: 'code' });
  const items = (found.data?.items ?? []).map(({ id, code, name }) => ({ value: id, text: name, more: code }));
  const wanted = typed.trim().toLowerCase();
  const fitting = items.filter(
    ({ value: id, text, more }) => id === value || `${more} ${text}`.toLowerCase().includes(wanted),
  );
  return <PickField {...field} value={value} onChange={onChange} items={fitting} onSearch={setTyped} />;
}
