import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { serverNow, useCommand } from '../api/web.ts';
import {
  CheckField,
  ChoiceField,
  Contributions,
  CountsField,
  choicesOf,
  Form,
  FormActions,
  NumberField,
  TextAreaField,
  TextField,
} from '../design-system/web.ts';
import { AddresseeFields, type Assignee } from './AddresseeFields.part.tsx';
import { EVIDENCE, type Evidence } from './define.ts';
import { order, PRIORITIES } from './order.register.ts';
import type { issue } from './orders.commands.ts';

const WORDS = {
  issue: { zh: '下达', en: 'Issue' },
  within: { zh: '办结时限', en: 'To be finished within' },
  minutes: { zh: '分钟', en: 'minutes' },
  relayed: { zh: '转办上级指令', en: 'It relays an order of a superior' },
  superior: { zh: '上级机关', en: 'Which superior' },
  superiorHint: { zh: '如 市应急指挥中心', en: 'such as the command centre of the city' },
  reference: { zh: '文号，或由谁何时口头下达', en: 'Its reference, or who gave it by word and when' },
} as const satisfies Record<string, Phrase>;

const { title, content, priority, placeText, evidenceAsked } = order.fields;

/** Given to what is contributed at `order.templates`: `use` fills the form, which the issuer then completes. */
export interface OrderTemplateProps {
  readonly use: (template: {
    readonly title: string;
    readonly content: string;
    readonly priority: (typeof PRIORITIES)[number]['id'];
    readonly evidenceAsked: Evidence;
    /** How long there is to finish; null for no limit. */
    readonly finishMinutes: number | null;
    /** Kinds of units it is usually given to. */
    readonly addresseeKinds: readonly string[];
  }) => void;
}

/** An order by hand; those of a plan come from its activation. `matter` is the incident it belongs to. */
export function IssueOrder({
  matter,
  onDone,
}: {
  matter?: { register: string; id: string } | undefined;
  onDone: () => void;
}) {
  const issuing = useCommand<typeof issue>('orders.issue');
  const [words, setWords] = useState({ title: '', content: '', placeText: '' });
  const [assignees, setAssignees] = useState<readonly Assignee[]>([]);
  const [kinds, setKinds] = useState<readonly string[]>([]);
  const [minutes, setMinutes] = useState<number | null>(60);
  const [urgency, setUrgency] = useState<(typeof PRIORITIES)[number]['id']>('urgent');
  const [superior, setSuperior] = useState<{ name: string; reference: string }>();
  const [evidence, setEvidence] = useState<Evidence>({ text: 1 });
  const set = (name: keyof typeof words) => (value: string) => setWords({ ...words, [name]: value });

  const submit = async () => {
    const dueAt = minutes === null ? undefined : new Date(serverNow().getTime() + minutes * 60_000).toISOString();
    const issued = await issuing.run({
      ...words,
      ...(matter ? { concerns: matter } : {}),
      ...(dueAt ? { finishDueAt: dueAt } : {}),
      // Whoever carries it out reads whose will it is, as with the clause of a plan.
      ...(superior ? { basisPlan: `转办${superior.name}指令`, basisClause: superior.reference } : {}),
      priority: urgency,
      evidenceAsked: evidence,
      assignees: [...assignees],
    });
    if (issued) onDone();
  };
  const use: OrderTemplateProps['use'] = (template) => {
    setWords({ ...words, title: template.title, content: template.content });
    setUrgency(template.priority);
    setEvidence(template.evidenceAsked);
    setMinutes(template.finishMinutes);
    setKinds(template.addresseeKinds);
    setAssignees([]);
  };
  return (
    <Form onSubmit={() => void submit()} problem={issuing.problem} isWaiting={issuing.isWaiting}>
      <Contributions at="order.templates" props={{ use }} />
      <TextField
        label={title.label}
        name="title"
        value={words.title}
        onChange={set('title')}
        maxLength={200}
        isRequired
      />
      <TextAreaField
        label={content.label}
        name="content"
        value={words.content}
        onChange={set('content')}
        maxLength={4000}
        isRequired
      />
      <CheckField
        label={WORDS.relayed}
        isChecked={superior !== undefined}
        onChange={(isRelayed) => setSuperior(isRelayed ? { name: '', reference: '' } : undefined)}
      />
      {superior && (
        <div className="form-row">
          <TextField
            label={WORDS.superior}
            name="basisPlan"
            value={superior.name}
            onChange={(name) => setSuperior({ ...superior, name })}
            hint={WORDS.superiorHint}
            maxLength={100}
            isRequired
          />
          <TextField
            label={WORDS.reference}
            name="basisClause"
            value={superior.reference}
            onChange={(reference) => setSuperior({ ...superior, reference })}
            maxLength={200}
            isRequired
          />
        </div>
      )}
      <AddresseeFields key={kinds.join(' ')} kinds={kinds} matter={matter} onChange={setAssignees} />
      <ChoiceField
        label={priority.label}
        value={urgency}
        onChange={setUrgency}
        choices={choicesOf(PRIORITIES)}
        as="buttons"
      />
      <CountsField
        label={evidenceAsked.label}
        name="evidenceAsked"
        options={EVIDENCE}
        value={evidence}
        onChange={setEvidence}
      />
      <NumberField
        label={WORDS.within}
        name="finishDueAt"
        value={minutes}
        onChange={setMinutes}
        min={1}
        max={10_080}
        unit={WORDS.minutes}
      />
      <TextField
        label={placeText.label}
        name="placeText"
        value={words.placeText}
        onChange={set('placeText')}
        maxLength={500}
      />
      <FormActions submit={WORDS.issue} isBusy={issuing.isRunning} onCancel={onDone} />
    </Form>
  );
}
