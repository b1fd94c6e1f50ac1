import { useKeptCommands, useView } from '../../foundation/api/web.ts';
import { Empty, MarkBadge, Shown, useSay } from '../../foundation/design-system/web.ts';
import { useViewer } from '../../foundation/identity/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { DoorCard } from './DoorCard.part.tsx';
import { keptOf } from './DoorReport.part.tsx';
import type { mine } from './evacuation.views.ts';
import './evacuation.css';

const WORDS = {
  none: { zh: '没有要入户的', en: 'No door to knock at' },
  left: { zh: '还剩 {open} 户，共 {all} 户', en: '{open} of {all} doors left' },
} as const satisfies Record<string, Phrase>;

/** 入户转移 on the phone: one's own doors, the vulnerable first, with what is left of each evacuation. */
export default function MyDoors() {
  const say = useSay();
  const kept = useKeptCommands(useViewer().person.id);
  const view = useView<typeof mine>(
    'evacuationHouseholds.mine',
    {},
    { topics: ['evacuation', 'evacuation_household'] },
  );
  return (
    <Shown of={view} rows={2}>
      {({ items }) => {
        if (items.length === 0) return <Empty title={WORDS.none} />;
        const groups = Map.groupBy(items, ({ evacuationId }) => evacuationId);
        return [...groups].map(([id, doors]) => (
          <section key={id} aria-label={`${doors[0]?.evacuationNumber} ${doors[0]?.evacuationTitle}`}>
            <h2>
              <MarkBadge mark={doors[0]?.mark ?? 'real'} />
              {doors[0]?.evacuationNumber} {doors[0]?.evacuationTitle}
            </h2>
            <p>
              {say(WORDS.left, {
                open: doors.filter(({ id: door, outcome }) => outcome === 'pending' && !keptOf(kept, door)).length,
                all: doors.length,
              })}
            </p>
            <ul className="order-inbox">
              {doors.map((door) => (
                <DoorCard key={door.id} of={door} />
              ))}
            </ul>
          </section>
        ));
      }}
    </Shown>
  );
}
