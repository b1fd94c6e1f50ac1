import { useCommand } from '../../foundation/api/web.ts';
import {
  Button,
  ChoiceField,
  Form,
  FormActions,
  Section,
  TextAreaField,
  TextField,
  useSay,
} from '../../foundation/design-system/web.ts';
import type { Report } from './PaperSheet.part.tsx';
import type { PaperEditing } from './paper-edit.part.tsx';
import { namesIn, type PaperField } from './paper-edit.rules.ts';
import { isDraft } from './report-states.part.tsx';
import type { revise } from './reporting.commands.ts';
import { REPORT_PARTS, situationReport, URGENCIES } from './situation-report.register.ts';

const { fields } = situationReport;
const WORDS = {
  edit: { zh: '修改草稿', en: 'Edit the draft' },
  save: { zh: '保存', en: 'Save' },
  names: { zh: '用顿号分开', en: 'Separate the names with 、 or a comma' },
  newer: {
    zh: '您修改期间，他人保存了第 {version} 版。您写的内容没有丢。',
    en: 'While you were editing, somebody saved version {version}. Nothing you wrote is lost.',
  },
  issued: {
    zh: '您修改期间，本报告已报送，不能再改。请另起草续报。',
    en: 'While you were editing, this report was issued. Draft a follow-up instead.',
  },
  goOn: { zh: '在新稿上接着改', en: 'Go on with the newer draft' },
  giveUp: { zh: '放弃我的修改', en: 'Give up my changes' },
  theirs: { zh: '他人改为：{text}', en: 'The other wrote: {text}' },
} as const;

/** The draft as a form, part by part under the headings of the paper. */
export function EditPaper({ report, editing }: { report: Report; editing: PaperEditing }) {
  const say = useSay();
  const revising = useCommand<typeof revise>('reporting.revise');
  const { edit, latest, set, end } = editing;
  if (!edit) return null;
  const { text, contested } = edit;
  const isOvertaken = report.version !== edit.version;
  const submit = async () => {
    const { urgency, sentTo, copiedTo, ...words } = text;
    const input = {
      id: report.id,
      urgency: urgency as Report['urgency'],
      sentTo: namesIn(sentTo),
      copiedTo: namesIn(copiedTo),
      ...words,
    };
    if (await revising.run(input, { version: edit.version })) end();
  };
  const field = (name: PaperField) => ({
    name,
    value: text[name],
    onChange: (value: string) => set(name, value),
    hint: contested.includes(name)
      ? { zh: say(WORDS.theirs, { text: latest[name] }), en: say(WORDS.theirs, { text: latest[name] }) }
      : undefined,
  });
  return (
    <Section title={WORDS.edit}>
      <Form onSubmit={() => void submit()} problem={revising.problem} isWaiting={revising.isWaiting}>
        <TextField {...field('title')} label={fields.title.label} maxLength={200} isRequired autoFocus />
        <ChoiceField
          label={fields.urgency.label}
          name="urgency"
          as="buttons"
          choices={URGENCIES.map(({ id, label }) => ({ value: id, label }))}
          value={text.urgency as Report['urgency']}
          onChange={(urgency) => set('urgency', urgency)}
          isRequired
        />
        {REPORT_PARTS.map((part) => (
          <TextAreaField
            key={part}
            {...field(part)}
            label={fields[part].label}
            maxLength={8000}
            isRequired={part === 'basicSituation'}
          />
        ))}
        <TextField {...field('sentTo')} label={fields.sentTo.label} hint={field('sentTo').hint ?? WORDS.names} />
        <TextField {...field('copiedTo')} label={fields.copiedTo.label} hint={field('copiedTo').hint ?? WORDS.names} />
        <div className="paper-save">
          {isOvertaken && (
            <div className="problem" role="alert">
              <p>{say(isDraft(report) ? WORDS.newer : WORDS.issued, { version: report.version })}</p>
              <div className="row">
                {isDraft(report) && (
                  <Button
                    onClick={() => {
                      revising.clear();
                      editing.rebase();
                    }}
                  >
                    {say(WORDS.goOn)}
                  </Button>
                )}
                <Button onClick={end}>{say(WORDS.giveUp)}</Button>
              </div>
            </div>
          )}
          <FormActions submit={WORDS.save} isBusy={revising.isRunning} onCancel={end} />
        </div>
      </Form>
    </Section>
  );
}
