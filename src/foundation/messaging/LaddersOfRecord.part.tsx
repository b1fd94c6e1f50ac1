import type { Phrase } from '../../kernel/phrases.ts';
import { useView } from '../api/web.ts';
import { Empty, Go, Shown, Tag, Time, useSay } from '../design-system/web.ts';
import { labelOf } from '../registers/types/choice.type.ts';
import { LadderSteps } from './LadderSteps.part.tsx';
import { ASKS } from './ladder/ladder.rules.ts';
import type { ofRecord } from './ladders-of-record.views.ts';

const WORDS = {
  none: { zh: '尚无您可跟进的消息', en: 'No message that you may follow' },
  rule: { zh: '按《{rule}》第 {version} 版', en: 'By «{rule}», version {version}' },
} as const satisfies Record<string, Phrase>;

/** Who was asked about a record on which rung of which ladder, and what came of it. */
export function LaddersOfRecord({ register, id }: { register: string; id: string }) {
  const say = useSay();
  const view = useView<typeof ofRecord>('messages.ofRecord', { register, recordId: id });
  return (
    <Shown of={view} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={WORDS.none} />
        ) : (
          items.map((one) => (
            <section key={one.id}>
              <h3 className="row">
                <Go to={`/messages/${one.id}`}>{say(one.heading)}</Go> <Time at={one.sentAt} />
                <Tag>{say(labelOf(ASKS, one.asks))}</Tag>
              </h3>
              {one.rule && (
                <p className="soft">{say(WORDS.rule, { rule: say(one.rule.label), version: one.rule.version })}</p>
              )}
              <LadderSteps file={one} />
            </section>
          ))
        )
      }
    </Shown>
  );
}
