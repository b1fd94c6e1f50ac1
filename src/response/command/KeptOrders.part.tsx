import { Section, useSay } from '../../foundation/design-system/web.ts';
import { assignmentLifecycle } from '../../foundation/orders/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { activationActionLifecycle } from './activation-action.lifecycle.ts';

const HEADS = [
  { zh: '条款', en: 'Clause' },
  { zh: '任务', en: 'Action' },
  { zh: '承办', en: 'Who' },
  { zh: '状态', en: 'State' },
] as const;

const stateWords = (state: string): Phrase =>
  assignmentLifecycle.states[state as keyof typeof assignmentLifecycle.states] ??
  activationActionLifecycle.states[state as keyof typeof activationActionLifecycle.states] ?? { zh: state, en: state };

/** Clauses of the response as they stand, under one heading: what a change of level withdraws, or what it leaves alone. */
export function KeptOrders({
  title,
  orders,
}: {
  title: Phrase;
  orders: readonly { id: string; clause: string; title: string; who: string; state: string }[];
}) {
  const say = useSay();
  return (
    <Section title={title} aside={<span className="soft">{orders.length}</span>}>
      <div className="activation-lines">
        <table className="table">
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head.en} scope="col">
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {orders.map(({ id, clause, title: name, who, state }) => (
              <tr key={id}>
                <th scope="row">{clause}</th>
                <td>{name}</td>
                <td>{who}</td>
                <td>{say(stateWords(state))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
