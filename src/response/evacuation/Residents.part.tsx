import { useView } from '../../foundation/api/web.ts';
import { Shown, Tag, useSay } from '../../foundation/design-system/web.ts';
import { MaskedValue } from '../../foundation/personal-data/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { VULNERABILITIES } from '../../prevention/population/define.ts';
import { resident } from '../../prevention/population/resident.register.ts';
import type { behind } from './residents.views.ts';

const WORDS = {
  none: { zh: '名册上没有登记人员', en: 'Nobody is on the register here' },
  age: { zh: '{age} 岁', en: 'age {age}' },
} as const satisfies Record<string, Phrase>;
const { name, phone } = resident.fields;

/** Who lives behind a door: what they need at once, names and numbers for a reason. */
export function Residents({ doorId }: { doorId: string }) {
  const say = useSay();
  const year = new Date().getFullYear();
  const view = useView<typeof behind>('evacuationHouseholds.residents', { doorId });
  return (
    <Shown of={view} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">{say(WORDS.none)}</p>
        ) : (
          <ul className="evacuation-residents">
            {items.map((one) => (
              <li key={one.id}>
                <span className="row">
                  <MaskedValue
                    register="resident"
                    recordId={one.id}
                    field="name"
                    label={name.label}
                    name={one.relation ?? ''}
                    masked={one.name}
                  />
                  <MaskedValue
                    register="resident"
                    recordId={one.id}
                    field="phone"
                    label={phone.label}
                    name={one.name ?? ''}
                    masked={one.phone}
                    kind="tel"
                  />
                  {one.birthYear && <span>{say(WORDS.age, { age: year - one.birthYear })}</span>}
                  {one.vulnerabilities.map((kind) => (
                    <Tag key={kind}>{say(labelOf(VULNERABILITIES, kind))}</Tag>
                  ))}
                </span>
                {one.careNote && <p>{one.careNote}</p>}
              </li>
            ))}
          </ul>
        )
      }
    </Shown>
  );
}
