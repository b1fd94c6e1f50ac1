import { useCallback, useEffect, useRef, useState } from 'react';
import { serverNow, useCommand } from '../../foundation/api/web.ts';
import {
  Button,
  ChoiceField,
  Contributions,
  Countdown,
  Elapsed,
  Form,
  FormActions,
  go,
  InstantField,
  Page,
  PhoneField,
  TextAreaField,
  TextField,
  useKeys,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import { FilesField } from '../../foundation/files/web.ts';
import type { MapPoint } from '../../foundation/geo/web.ts';
import { useRules } from '../../foundation/rule-sets/web.ts';
import { CasualtyFields } from './Casualties.part.tsx';
import { useDraft } from './draft.part.tsx';
import type { take } from './intake.commands.ts';
import { SOURCE_CHANNELS } from './intake.register.ts';
import { REPORT_CLOCKS } from './intake.rules.ts';
import { KindField } from './KindField.part.tsx';
import { KnownCaller } from './KnownCaller.part.tsx';
import { PlaceFields } from './PlaceFields.part.tsx';
import { Readings } from './Readings.part.tsx';
import './intake.css';

const WORDS = {
  title: { zh: '新接报', en: 'New report' },
  text: { zh: '接报内容（粘贴或口述文字）', en: 'What was said (pasted or dictated)' },
  textHint: {
    zh: '先记事实，不等原因；不全也先存，随后续报。',
    en: 'Facts first, the cause can wait; what is missing follows later.',
  },
  written: { zh: '书面初报', en: 'Written report' },
  restored: { zh: '已恢复上次未存的内容', en: 'What was not saved last time is back' },
  discard: { zh: '清空重填', en: 'Start over' },
  save: { zh: '存', en: 'Save' },
  saveAndOpen: { zh: '存并立案', en: 'Save and open incident' },
  files: { zh: '录音、传真、扫描件', en: 'Recordings, faxes, scans' },
  mark: { zh: '性质', en: 'Nature' },
  back: { zh: '返回接报台', en: 'Back to the desk' },
} as const;

const MARKS = [
  { value: 'real', label: { zh: '真实', en: 'Real' } },
  { value: 'drill', label: { zh: '演练', en: 'Drill' } },
  { value: 'test', label: { zh: '测试', en: 'Test' } },
] as const;

const SOURCES = SOURCE_CHANNELS.map(({ id, label }) => ({ value: id, label }));

/** 接报: the call as it comes, text first; a draft stays on this machine until it is filed. */
export default function IntakeForm() {
  const say = useSay();
  const may = useMay();
  const taking = useCommand<typeof take>('intake.take');
  const { draft, set, forget, restart, isRestored } = useDraft();
  const opensIncident = useRef(false);
  const goesInto = useRef<string>(undefined);
  const [isUploading, setUploading] = useState(false);
  const [marks, tellPoints] = useMarks();
  const mayOpen = may('incident.open');
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The caller is already speaking: typing starts at once, after the shell has read out the heading. Who is faster
    // than that and already in a field stays there.
    const timer = setTimeout(() => {
      if (!sheet.current?.contains(document.activeElement)) sheet.current?.querySelector('textarea')?.focus();
    }, 100);
    return () => clearTimeout(timer);
  }, []);
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/intake') }]);

  const submit = async () => {
    const taken = await taking.run({ ...draft, files: [...draft.files] });
    const next = goesInto.current ?? (opensIncident.current ? '?act=open' : '');
    opensIncident.current = false;
    goesInto.current = undefined;
    if (!taken) return;
    forget();
    go(`/intake/${taken.id}${next}`, { replaces: true });
  };
  const limits = useRules(REPORT_CLOCKS);
  const dueAt = draft.knownAt && limits && new Date(Date.parse(draft.knownAt) + limits.values.writtenMinutes * 60_000);
  const aside = (
    <div className="row">
      {draft.knownAt && <Elapsed since={draft.knownAt} />}
      <span title={limits?.citation}>{say(WORDS.written)}</span>
      {dueAt && <Countdown dueAt={dueAt} />}
    </div>
  );
  return (
    <Page title={WORDS.title} aside={aside} mark={draft.mark}>
      {isRestored && (
        <p className="stale-note row" role="status">
          {say(WORDS.restored)}
          <Button onClick={restart}>{say(WORDS.discard)}</Button>
        </p>
      )}
      <Form
        label={say(WORDS.title)}
        problem={taking.problem}
        isWaiting={taking.isWaiting}
        onSubmit={() => void submit()}
      >
        <div className="intake-sheet" ref={sheet}>
          <div>
            <TextAreaField
              label={WORDS.text}
              name="text"
              value={draft.text}
              onChange={(text) => set({ text })}
              hint={WORDS.textHint}
              rows={5}
              maxLength={8000}
              isRequired
            />
            <Readings draft={draft} set={set} />
            <div className="intake-pair">
              <ChoiceField
                label={{ zh: '来源', en: 'Source' }}
                name="sourceChannel"
                value={draft.sourceChannel}
                onChange={(sourceChannel) => set({ sourceChannel })}
                choices={SOURCES}
                isRequired
              />
              <KindField value={draft.kind} onChange={(kind) => set({ kind })} />
            </div>
            <div className="intake-pair of-times">
              <InstantField
                label={{ zh: '获悉时间', en: 'Time known' }}
                name="knownAt"
                value={draft.knownAt}
                onChange={(knownAt) => set({ knownAt })}
                isRequired
              />
              <InstantField
                label={{ zh: '发生时间', en: 'Time of occurrence' }}
                name="occurredAt"
                value={draft.occurredAt}
                onChange={(occurredAt) => set({ occurredAt })}
              />
            </div>
            <CasualtyFields value={draft} onChange={set} />
            <TextField
              label={{ zh: '损失情况', en: 'Damage' }}
              name="damage"
              value={draft.damage}
              onChange={(damage) => set({ damage })}
              maxLength={1000}
            />
            <TextAreaField
              label={{ zh: '已采取措施', en: 'Measures taken' }}
              name="measuresTaken"
              value={draft.measuresTaken}
              onChange={(measuresTaken) => set({ measuresTaken })}
              rows={2}
              maxLength={2000}
            />
            <div className="intake-pair">
              <TextField
                label={{ zh: '报告人', en: 'Caller' }}
                name="callerName"
                value={draft.callerName}
                onChange={(callerName) => set({ callerName })}
                maxLength={60}
              />
              <PhoneField
                label={{ zh: '报告人电话', en: "Caller's phone" }}
                name="callerPhone"
                value={draft.callerPhone}
                onChange={(callerPhone) => set({ callerPhone })}
              />
              <ChoiceField
                label={WORDS.mark}
                name="mark"
                value={draft.mark}
                onChange={(mark) => set({ mark })}
                choices={MARKS}
                as="buttons"
              />
            </div>
            <KnownCaller
              phone={draft.callerPhone}
              hasName={draft.callerName !== ''}
              onName={(callerName) => set({ callerName })}
            />
            <FilesField
              label={WORDS.files}
              name="files"
              value={draft.files}
              onChange={(files) => set({ files })}
              onBusy={setUploading}
            />
          </div>
          <div>
            <PlaceFields draft={draft} set={set} points={marks} />
            <Contributions
              at="intake.similar"
              props={{
                kind: draft.kind,
                place: draft.place,
                placeText: draft.placeText,
                knownAt: draft.knownAt ?? serverNow().toISOString(),
                tellPoints,
                onSame: (act: 'merge' | 'join', into: string) => {
                  goesInto.current = `?act=${act}&into=${into}`;
                },
              }}
            />
          </div>
        </div>
        <div className="intake-foot">
          <FormActions submit={WORDS.save} isBusy={taking.isRunning || isUploading} onCancel={() => go('/intake')}>
            {mayOpen && (
              <Button
                type="submit"
                disabled={taking.isRunning || isUploading}
                onClick={() => {
                  opensIncident.current = true;
                }}
              >
                {say(WORDS.saveAndOpen)}
              </Button>
            )}
          </FormActions>
        </div>
      </Form>
    </Page>
  );
}

/** Points for the map, part by part: what may be the same lies beside the place of the call. */
function useMarks(): [readonly MapPoint[], (part: string, points: readonly MapPoint[]) => void] {
  const [marks, setMarks] = useState<Readonly<Record<string, readonly MapPoint[]>>>({});
  const tell = useCallback(
    (part: string, points: readonly MapPoint[]) => setMarks((before) => ({ ...before, [part]: points })),
    [],
  );
  return [Object.values(marks).flat(), tell];
}
