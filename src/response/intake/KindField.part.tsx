import { PickField, useSay } from '../../foundation/design-system/web.ts';
import { INCIDENT_CLASSES, INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import type { Phrase } from '../../kernel/phrases.ts';

/** 类别: found by typing a part of its name. */
export function KindField({
  value,
  onChange,
  hint,
}: {
  value: string | undefined;
  onChange: (kind: string | undefined) => void;
  hint?: Phrase | undefined;
}) {
  const say = useSay();
  const items = INCIDENT_KINDS.map((kind) => ({
    value: kind.id,
    text: say(kind.label),
    more: say(INCIDENT_CLASSES[kind.class]),
  }));
  return (
    <PickField
      label={{ zh: '类别', en: 'Kind' }}
      name="kind"
      value={value}
      onChange={onChange}
      items={items}
      placeholder={say({ zh: '输入几个字查找，如「燃气」', en: 'Type to find, such as “gas”' })}
      hint={hint}
      isRequired
    />
  );
}
