import { Button, Field, useSay } from '../../foundation/design-system/web.ts';
import { NearestList } from '../../foundation/geo/web.ts';
import type { AddresseeProps } from '../../foundation/orders/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';

const WORDS = {
  nearest: { zh: '就近队伍', en: 'Nearest teams' },
  choose: { zh: '选其单位', en: 'Choose its unit' },
  chosen: { zh: '已选', en: 'Chosen' },
} as const satisfies Record<string, Phrase>;

/** Who is nearest to what an order is about, to be chosen with one touch. */
export default function NearestTeams({ matter, unitId, choose }: AddresseeProps) {
  const say = useSay();
  return (
    <Field label={WORDS.nearest} isGroup>
      {() => (
        <NearestList
          layer="teams"
          near={matter}
          action={(team) => {
            const id = team.unitId;
            if (id === null) return null;
            if (id === unitId) return <strong>{say(WORDS.chosen)}</strong>;
            return <Button onClick={() => choose(id)}>{say(WORDS.choose)}</Button>;
          }}
        />
      )}
    </Field>
  );
}
