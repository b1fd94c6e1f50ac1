import { useState } from 'react';
import { serverNow, useCommand, useView } from '../api/web.ts';
import {
  CheckField,
  Empty,
  Form,
  FormActions,
  go,
  InstantField,
  Page,
  Section,
  Shown,
  TextAreaField,
  TextField,
  useKeys,
  useParams,
  useSay,
  useSearch,
} from '../design-system/web.ts';
import { LeafField } from './LeafField.part.tsx';
import type { NamedLeaf } from './leaf.type.ts';
import { ruleSetVersion } from './rule-set-version.register.ts';
import type { propose, revise } from './rule-sets.commands.ts';
import type { ofKind } from './rule-sets.views.ts';
import type { RuleFile, RuleVersion } from './rule-words.part.tsx';
import { valueAt, withValue } from './values.rules.ts';
import './rule-sets.css';

const { fields } = ruleSetVersion;
const WORDS = {
  title: { zh: '拟定修改', en: 'Draft a change' },
  back: { zh: '返回规则', en: 'Back to the rule' },
  save: { zh: '保存草稿', en: 'Keep the draft' },
  about: { zh: '依据与生效', en: 'Ground and day of effect' },
  refused: { zh: '这项规则不归您修改', en: 'This rule is not yours to change' },
  owner: { zh: '由「{role}」提出修改。', en: 'Changes are proposed by: {role}.' },
  assumed: { zh: '假定值（没有条文给出，待确认）', en: 'Assumed (no text gives these figures)' },
  fromHint: { zh: '早于批准时间的，自批准时起生效', en: 'Where it lies before the approval, the approval counts' },
} as const;

/** The next version of a rule, begun on the figures in force; a draft is gone on with at `?draft=`. */
export default function ProposeRules() {
  const { id = '' } = useParams();
  const [search] = useSearch();
  const view = useView<typeof ofKind>('ruleSets.ofKind', { kind: id });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go(`/rule-sets/${id}`) }]);
  return (
    <Shown of={view}>
      {(file) => {
        const draft = file.versions.find((one) => one.id === search.draft && one.state === 'draft');
        return <Write key={draft?.id ?? 'new'} file={file} draft={draft} />;
      }}
    </Shown>
  );
}

function Write({ file, draft }: { file: RuleFile; draft: RuleVersion | undefined }) {
  const say = useSay();
  const [values, setValues] = useState<Record<string, unknown>>(draft?.values ?? file.current);
  const [effectiveFrom, setEffectiveFrom] = useState<string | undefined>(
    draft?.effectiveFrom ?? serverNow().toISOString(),
  );
  const [citation, setCitation] = useState(draft?.citation ?? '');
  const [note, setNote] = useState(draft?.note ?? '');
  const [isAssumed, setAssumed] = useState(draft?.isAssumed ?? false);
  const proposing = useCommand<typeof propose>('ruleSets.propose');
  const revising = useCommand<typeof revise>('ruleSets.revise');
  const sending = draft ? revising : proposing;
  if (!file.mayPropose) {
    const { zh, en } = file.owner.label;
    return (
      <Page title={WORDS.title}>
        <Empty
          title={WORDS.refused}
          hint={{ zh: WORDS.owner.zh.replace('{role}', zh), en: WORDS.owner.en.replace('{role}', en) }}
        />
      </Page>
    );
  }
  const submit = async () => {
    const input = { values, effectiveFrom: effectiveFrom ?? '', citation, note, isAssumed };
    const kept = draft
      ? await revising.run({ id: draft.id, ...input }, { version: draft.version })
      : await proposing.run({ kind: file.name, ...input });
    if (kept) go(`/rule-versions/${kept.id}`, { replaces: true });
  };
  return (
    <Page title={{ zh: `${WORDS.title.zh}：${file.label.zh}`, en: `${WORDS.title.en}: ${file.label.en}` }}>
      <Form
        label={say(WORDS.title)}
        onSubmit={() => void submit()}
        problem={sending.problem}
        isWaiting={sending.isWaiting}
      >
        {grouped(file.leaves).map(({ heading, leaves }) => (
          <Section key={heading.zh} title={heading}>
            {leaves.map((leaf) => (
              <LeafField
                key={leaf.path}
                leaf={leaf}
                name={`values.${leaf.path}`}
                value={valueAt(values, leaf.path)}
                onChange={(value) => setValues((held) => withValue(held, leaf.path, value))}
              />
            ))}
          </Section>
        ))}
        <Section title={WORDS.about}>
          <InstantField
            label={fields.effectiveFrom.label}
            name="effectiveFrom"
            hint={WORDS.fromHint}
            isRequired
            value={effectiveFrom}
            onChange={setEffectiveFrom}
          />
          <TextField
            label={fields.citation.label}
            name="citation"
            isRequired
            maxLength={500}
            value={citation}
            onChange={setCitation}
          />
          <CheckField label={WORDS.assumed} name="isAssumed" isChecked={isAssumed} onChange={setAssumed} />
          <TextAreaField label={fields.note.label} name="note" maxLength={1000} value={note} onChange={setNote} />
        </Section>
        <FormActions
          submit={WORDS.save}
          isBusy={sending.isRunning}
          onCancel={() => go(draft ? `/rule-versions/${draft.id}` : `/rule-sets/${file.name}`)}
        />
      </Form>
    </Page>
  );
}

const FIGURES = { zh: '数值', en: 'Figures' };

/** Leaves that follow one another under the same heading, in the order of the declaration. */
function grouped(leaves: readonly NamedLeaf[]): { heading: NonNullable<NamedLeaf['group']>; leaves: NamedLeaf[] }[] {
  const groups: { heading: NonNullable<NamedLeaf['group']>; leaves: NamedLeaf[] }[] = [];
  for (const leaf of leaves) {
    const heading = leaf.group ?? FIGURES;
    const last = groups.at(-1);
    if (last?.heading.zh === heading.zh) last.leaves.push(leaf);
    else groups.push({ heading, leaves: [leaf] });
  }
  return groups;
}
