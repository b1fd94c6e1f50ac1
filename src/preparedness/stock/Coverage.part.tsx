import { useView } from '../../foundation/api/web.ts';
import { Go, Tag, useSay } from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { NEEDS } from '../supplies/supply.register.ts';
import type { coverage } from './lots.views.ts';
import { figure, yuan } from './stock-words.part.tsx';

const WORDS = {
  covers: { zh: '生活保障 {people} 人，占常住人口 {percent}%', en: 'Serves {people} people, {percent} % of residents' },
  target: { zh: '应保障 {people} 人（{percent}%）', en: 'Should serve {people} ({percent} %)' },
  assumed: { zh: '假定', en: 'Assumed' },
  value: { zh: '库存价值 {value}', en: 'Worth {value}' },
  of: { zh: '{name} {value}', en: '{name} {value}' },
  need: { zh: '{need} 够 {people} 人', en: '{need}: {people} people' },
} as const;

/** 保障能力 and what the stock is worth, by owner. The scarcest need is the one that counts. */
export function Coverage({
  value,
  owners,
}: {
  value: number | undefined;
  owners: readonly { id: string; name: string; value: number }[];
}) {
  const say = useSay();
  const { data } = useView<typeof coverage>('stock.coverage', {});
  if (!data) return <div className="stock-strip" aria-busy="true" />;
  return (
    <div className="stock-strip">
      <span>
        <b>{say(WORDS.covers, { people: figure(data.people), percent: data.percent.toFixed(2) })}</b>
      </span>
      <Go to="/rule-sets/reserve_targets">
        {say(WORDS.target, { people: figure(data.targetPeople), percent: String(data.targetPercent) })}
      </Go>
      {data.isAssumed && <Tag>{say(WORDS.assumed)}</Tag>}
      <small>
        {data.needs.map((need) => (
          <span key={need.need}>
            {say(WORDS.need, { need: say(labelOf(NEEDS, need.need)), people: figure(need.people) })}
            {need.people < data.targetPeople ? ' ↓　' : '　'}
          </span>
        ))}
      </small>
      {value !== undefined && (
        <span>
          {say(WORDS.value, { value: yuan(value) })}{' '}
          <small>{owners.map((one) => say(WORDS.of, { name: one.name, value: yuan(one.value) })).join('、')}</small>
        </span>
      )}
    </div>
  );
}
