import { useView } from '../../foundation/api/web.ts';
import { PickField, useSay } from '../../foundation/design-system/web.ts';
import { INCIDENT_CLASSES, INCIDENT_KIND_WORDS, INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { kindSounds } from './kind-sounds.views.ts';

/** 类别: found by a part of its name, by what people say (积水, 车祸), and by sound (`jishui`, `js`). */
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
  const { data } = useView<typeof kindSounds>('intake.kindSounds', {});
  const sounds = new Map(data?.items.map((one) => [one.kind, one.sounds]));
  const items = INCIDENT_KINDS.map((kind) => ({
    value: kind.id,
    text: say(kind.label),
    words: INCIDENT_KIND_WORDS[kind.id],
    sounds: sounds.get(kind.id),
    more: say(INCIDENT_CLASSES[kind.class]),
  }));
  return (
    <PickField
      label={{ zh: '类别', en: 'Kind' }}
      name="kind"
      value={value}
      onChange={onChange}
      items={items}
      placeholder={say({ zh: '输入几个字或拼音查找，如「漏气」、rqgx', en: 'Type to find, such as “gas”' })}
      hint={hint}
      isRequired
    />
  );
}
