import { useState } from 'react';
import type { View } from '../../foundation/api/define.ts';
import { useView } from '../../foundation/api/web.ts';
import { type FieldProps, PickField } from '../../foundation/design-system/web.ts';

/** An item of the catalogue, as the generated list gives it. */
export interface SupplyItem {
  readonly id: string;
  readonly itemNo: string;
  readonly name: string;
  readonly spec: string | null;
  readonly measure: string;
  readonly shelfLifeMonths: number | null;
}
type List = View<'supplies.list', { q?: string; limit: number }, { items: readonly SupplyItem[] }>;

export const supplyText = ({ itemNo, name, spec }: Pick<SupplyItem, 'itemNo' | 'name' | 'spec'>) =>
  [itemNo, name, spec].filter(Boolean).join(' ');

/** One item of the catalogue: found by number, name or specification. */
export function SupplyField({
  value,
  onChange,
  ...field
}: FieldProps & { value: SupplyItem | undefined; onChange: (item: SupplyItem | undefined) => void }) {
  const [typed, setTyped] = useState('');
  const found = useView<List>('supplies.list', { ...(typed ? { q: typed } : {}), limit: 40 }, { keepsPrevious: true });
  const listed = found.data?.items ?? [];
  const items = value && !listed.some(({ id }) => id === value.id) ? [value, ...listed] : listed;
  return (
    <PickField
      {...field}
      value={value?.id}
      onChange={(id) => onChange(items.find((item) => item.id === id))}
      items={items.map((item) => ({ value: item.id, text: supplyText(item), more: item.measure }))}
      onSearch={setTyped}
    />
  );
}
