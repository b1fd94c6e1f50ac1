import { useView } from '../../foundation/api/web.ts';
import { ChoiceField, type FieldProps } from '../../foundation/design-system/web.ts';
import type { standing } from './standing.views.ts';

const BY_ROLE = { value: 'by_role', label: { zh: '担任该岗位角色的人', en: 'Whoever holds the role' } } as const;
const EMPTY = { zh: '（无人担任）', en: ' (nobody)' } as const;

/** A post of the unit by its name; without one the order goes to whoever holds the role there. */
export function PostField({
  unitId,
  value,
  onChange,
  ...field
}: FieldProps & {
  unitId: string;
  value: string | null;
  onChange: (post: { id: string; name: string } | undefined) => void;
}) {
  const view = useView<typeof standing>('planEditor.standing', {});
  const posts = (view.data?.posts ?? []).filter((post) => post.unitId === unitId);
  const choices = posts.map(({ id, name, isHeld }) => ({
    value: id,
    label: isHeld ? { zh: name, en: name } : { zh: name + EMPTY.zh, en: name + EMPTY.en },
  }));
  return (
    <ChoiceField
      {...field}
      choices={[BY_ROLE, ...choices]}
      value={value ?? BY_ROLE.value}
      onChange={(id) => onChange(posts.find((post) => post.id === id))}
    />
  );
}
