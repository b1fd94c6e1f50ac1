import { useMemo } from 'react';
import type { View } from '../api/define.ts';
import { useView } from '../api/web.ts';
import { type FieldProps, PickField } from '../design-system/web.ts';

/** As much of `units.tree` as choosing needs. */
type Tree = View<'units.tree', object, { units: { id: string; name: string; shortName: string }[] }>;

/** One unit of the organisation, found by typing a part of its name. */
export function UnitField({
  value,
  onChange,
  ...field
}: FieldProps & { value: string | undefined; onChange: (unitId: string | undefined, shortName?: string) => void }) {
  const tree = useView<Tree>('units.tree', {});
  const items = useMemo(
    () => (tree.data?.units ?? []).map((unit) => ({ value: unit.id, text: unit.shortName, more: unit.name })),
    [tree.data],
  );
  const choose = (unitId: string | undefined) => onChange(unitId, items.find((one) => one.value === unitId)?.text);
  return <PickField {...field} value={value} onChange={choose} items={items} />;
}
