import { useMemo, useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import type { View } from '../api/define.ts';
import { serverNow, useCommand, useView } from '../api/web.ts';
import {
  CheckField,
  ChoiceField,
  Dialog,
  Empty,
  Form,
  FormActions,
  NumberField,
  TextAreaField,
  TextField,
  useSay,
} from '../design-system/web.ts';
import { assignment } from './assignment.register.ts';
import type { delegate } from './delegation.commands.ts';
import { mayDelegateTo } from './order.rules.ts';

interface UnitNode {
  id: string;
  shortName: string;
  path: string;
  areaCode: string;
}
interface Holder {
  personId: string | null;
  personName: string | null;
  postName: string;
}
type Tree = View<'units.tree', object, { units: UnitNode[] }>;
type Holders = View<'units.holders', { id: string }, { holders: Holder[] }>;

const WORDS = {
  title: { zh: '分派任务', en: 'Delegate' },
  to: { zh: '分派给', en: 'To' },
  units: { zh: '下级和辖区单位', en: 'Units below' },
  people: { zh: '本单位人员', en: 'Own people' },
  find: { zh: '查找', en: 'Find' },
  submit: { zh: '分派（{count}）', en: 'Delegate ({count})' },
  within: { zh: '办结时限', en: 'To be finished within' },
  minutes: { zh: '分钟', en: 'minutes' },
  nobody: { zh: '没有可分派的对象', en: 'There is nobody to delegate to' },
} as const satisfies Record<string, Phrase>;

type To = 'units' | 'people';
const TOS = (['units', 'people'] as const).map((value) => ({ value, label: WORDS[value] }));

interface Candidate {
  readonly key: string;
  readonly name: string;
  readonly unitId: string;
  readonly personId?: string;
}

/** 分派: parts of one's own part for units below or one's own people; each gets the words, and its limit if one is set. */
export function DelegateDialog({
  id,
  unitId,
  isOpen,
  onClose,
}: {
  id: string;
  /** The unit whose part it is. */
  unitId: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const say = useSay();
  return (
    <Dialog title={say(WORDS.title)} isOpen={isOpen} onClose={onClose}>
      <DelegateForm id={id} unitId={unitId} onDone={onClose} />
    </Dialog>
  );
}

function DelegateForm({ id, unitId, onDone }: { id: string; unitId: string; onDone: () => void }) {
  const say = useSay();
  const delegating = useCommand<typeof delegate>('assignments.delegate');
  const [to, setTo] = useState<To>('units');
  const [chosen, setChosen] = useState<ReadonlyMap<string, Candidate>>(new Map());
  const [find, setFind] = useState('');
  const [task, setTask] = useState('');
  const [minutes, setMinutes] = useState<number | null>(null);
  const candidates = useCandidates(unitId, to).filter(({ name }) => name.includes(find.trim()));
  const toggle = (one: Candidate) => {
    const next = new Map(chosen);
    if (!next.delete(one.key)) next.set(one.key, one);
    setChosen(next);
  };
  const submit = async () => {
    const dueAt =
      minutes === null ? {} : { finishDueAt: new Date(serverNow().getTime() + minutes * 60_000).toISOString() };
    const parts = [...chosen.values()].map(({ unitId: toUnit, personId }) => ({
      unitId: toUnit,
      ...(personId ? { personId } : {}),
      task,
      ...dueAt,
    }));
    if (await delegating.run({ id, parts })) onDone();
  };
  const count = { count: chosen.size };
  return (
    <Form onSubmit={() => void submit()} problem={delegating.problem} isWaiting={delegating.isWaiting}>
      <ChoiceField label={WORDS.to} value={to} onChange={setTo} choices={TOS} as="buttons" />
      <TextField label={WORDS.find} value={find} onChange={setFind} />
      {candidates.length === 0 ? (
        <Empty title={WORDS.nobody} />
      ) : (
        <ul className="addressees candidates">
          {candidates.map((one) => (
            <li key={one.key}>
              <CheckField
                label={{ zh: one.name, en: one.name }}
                isChecked={chosen.has(one.key)}
                onChange={() => toggle(one)}
              />
            </li>
          ))}
        </ul>
      )}
      <TextAreaField
        label={assignment.fields.task.label}
        name="parts.0.task"
        value={task}
        onChange={setTask}
        maxLength={500}
        isRequired
      />
      <NumberField
        label={WORDS.within}
        name="parts.0.finishDueAt"
        value={minutes}
        onChange={setMinutes}
        min={1}
        max={10_080}
        unit={WORDS.minutes}
      />
      <FormActions
        submit={{ zh: say(WORDS.submit, count), en: say(WORDS.submit, count) }}
        isBusy={delegating.isRunning}
        onCancel={onDone}
      />
    </Form>
  );
}

function useCandidates(unitId: string, to: To): Candidate[] {
  const tree = useView<Tree>('units.tree', {});
  const held = useView<Holders>('units.holders', { id: unitId });
  return useMemo(() => {
    if (to === 'people') {
      const people = new Map<string, Candidate>();
      for (const { personId, personName, postName } of held.data?.holders ?? []) {
        if (!personId || people.has(personId)) continue;
        people.set(personId, { key: personId, name: `${personName} · ${postName}`, unitId, personId });
      }
      return [...people.values()];
    }
    const units = tree.data?.units ?? [];
    const own = units.find((one) => one.id === unitId);
    return units
      .filter((one) => own && one.id !== unitId && mayDelegateTo(own, one))
      .map((one) => ({ key: one.id, name: one.shortName, unitId: one.id }));
  }, [tree.data, held.data, unitId, to]);
}
