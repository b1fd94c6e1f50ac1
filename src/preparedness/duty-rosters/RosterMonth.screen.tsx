import { useState } from 'react';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  Contributions,
  Dialog,
  Empty,
  Form,
  FormActions,
  go,
  Notice,
  Page,
  Section,
  Shown,
  StateBadge,
  TextAreaField,
  Time,
  toast,
  useKeys,
  useMay,
  useParams,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { dutyRosterLifecycle } from './duty-roster.lifecycle.ts';
import { dutyRoster } from './duty-roster.register.ts';
import type { propose, publish } from './duty-rosters.commands.ts';
import type { at, month as monthView } from './duty-rosters.views.ts';
import { Loads } from './Loads.part.tsx';
import { MonthChoice } from './MonthChoice.part.tsx';
import { MonthSheet, type Roster } from './MonthSheet.part.tsx';
import './rosters.css';

const WORDS = {
  title: { zh: '{unit} 值班表 {month}', en: 'Roster of {unit}, {month}' },
  back: { zh: '返回值班表列表', en: 'Back to the rosters' },
  propose: { zh: '自动排班', en: 'Plan by the rules' },
  proposed: { zh: '已排 {planned} 班，空缺 {empty}，保留 {kept}', en: '{planned} planned, {empty} empty, {kept} kept' },
  publish: { zh: '发布', en: 'Publish' },
  again: { zh: '重新发布', en: 'Publish again' },
  breaches: { zh: '规则检查', en: 'Rules' },
  sound: { zh: '没有违反规则', en: 'No rule is broken' },
  refused: { zh: '不能发布', en: 'never' },
  reason: { zh: '须写理由', en: 'with a reason' },
  note: { zh: '提示', en: 'note' },
  noPosts: { zh: '{unit}还没有设置值班岗位', en: '{unit} has no duty posts yet' },
  noPostsHint: { zh: '登记岗位、人数、班制和接班时间后即可排班', en: 'Register posts, seats and shifts, then plan' },
  addPost: { zh: '登记值班岗位', en: 'Register a duty post' },
  addMember: { zh: '登记值班人员', en: 'Register a member' },
  more: { zh: '另有 {count} 条', en: '{count} more' },
} as const;

/** 值班表 of a unit, found by the roster, by one of its shifts, or by the unit itself. */
export default function RosterOf() {
  const { id = '' } = useParams();
  const [search] = useSearch();
  const view = useView<typeof at>('dutyRosters.at', { id });
  return (
    <Shown of={view}>{({ unitId, month }) => <RosterMonth unitId={unitId} month={search.month ?? month} />}</Shown>
  );
}

function RosterMonth({ unitId, month }: { unitId: string; month: string }) {
  const say = useSay();
  const may = useMay();
  const [, setSearch] = useSearch();
  const [isPublishing, setPublishing] = useState(false);
  const view = useView<typeof monthView>('dutyRosters.month', { unitId, month }, { keepsPrevious: true });
  const proposing = useCommand<typeof propose>('dutyRosters.propose');
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/duty-rosters') }]);
  const mayPlan = may('duty_shift.plan');
  const plan = async () => {
    const made = await proposing.run({ unitIds: [unitId], month });
    if (made) {
      const text = say(WORDS.proposed, { planned: made.planned, empty: made.empty, kept: made.kept });
      toast({ zh: text, en: text });
    }
  };
  return (
    <Shown of={view}>
      {(roster) => {
        const words = { unit: roster.unitName, month };
        const title = { zh: say(WORDS.title, words), en: say(WORDS.title, words) };
        return (
          <Page
            title={title}
            aside={
              <span className="row">
                <MonthChoice month={month} onChange={(value) => setSearch({ month: value })} />
                <Contributions at="roster.actions" props={{ unitId }} />
                {mayPlan && roster.posts.length > 0 && (
                  <Button isBusy={proposing.isRunning} onClick={() => void plan()}>
                    {say(WORDS.propose)}
                  </Button>
                )}
                {may('duty_roster.publish') && roster.roster && (
                  <Button kind="main" onClick={() => setPublishing(true)}>
                    {say(roster.roster.state === 'draft' ? WORDS.publish : WORDS.again)}
                  </Button>
                )}
              </span>
            }
          >
            {proposing.problem && (
              <p className="problem" role="alert">
                {say(proposing.problem.phrase)}
              </p>
            )}
            {roster.posts.length === 0 ? (
              <Empty
                title={{ zh: say(WORDS.noPosts, words), en: say(WORDS.noPosts, words) }}
                hint={WORDS.noPostsHint}
                action={mayPlan && <Button onClick={() => go('/duty-posts/new')}>{say(WORDS.addPost)}</Button>}
              />
            ) : (
              <>
                <Head roster={roster} />
                <div className="roster-columns">
                  <MonthSheet roster={roster} mayPlan={mayPlan} />
                  <Loads roster={roster} mayPlan={mayPlan} />
                </div>
              </>
            )}
            {isPublishing && roster.roster && (
              <Publish id={roster.roster.id} roster={roster} onClose={() => setPublishing(false)} />
            )}
          </Page>
        );
      }}
    </Shown>
  );
}

const SHOWN = 8;

function Head({ roster: { roster, breaches } }: { roster: Roster }) {
  const say = useSay();
  const state = roster?.state ?? 'draft';
  return (
    <Section
      title={WORDS.breaches}
      aside={
        <span className="row">
          <StateBadge label={dutyRosterLifecycle.states[state]} tone={state === 'published' ? 'done' : 'active'} />
          {roster?.publishedAt && <Time at={roster.publishedAt} />}
          {roster?.breachReason && <span className="soft">{roster.breachReason}</span>}
        </span>
      }
    >
      {breaches.length === 0 ? (
        <p className="soft">{say(WORDS.sound)}</p>
      ) : (
        <ul className="roster-breaches">
          {breaches.slice(0, SHOWN).map((one) => (
            <li key={`${one.kind} ${one.words.zh}`}>
              <b>{say(WORDS[one.weight])}</b> {say(one.words)}
            </li>
          ))}
          {breaches.length > SHOWN && <li>{say(WORDS.more, { count: breaches.length - SHOWN })}</li>}
        </ul>
      )}
    </Section>
  );
}

function Publish({ id, roster, onClose }: { id: string; roster: Roster; onClose: () => void }) {
  const say = useSay();
  const publishing = useCommand<typeof publish>('dutyRosters.publish');
  const [reason, setReason] = useState('');
  const asked = roster.breaches.filter(({ weight }) => weight === 'reason');
  const refused = roster.breaches.filter(({ weight }) => weight === 'refused');
  const submit = async () => {
    if (await publishing.run({ id, ...(reason ? { reason } : {}) })) onClose();
  };
  return (
    <Dialog title={say(WORDS.publish)} isOpen onClose={onClose}>
      <Form onSubmit={() => void submit()} problem={publishing.problem} isWaiting={publishing.isWaiting}>
        {[...refused, ...asked].slice(0, SHOWN).map((one) => (
          <Notice key={`${one.kind} ${one.words.zh}`} title={say(WORDS[one.weight])} hint={say(one.words)} />
        ))}
        {asked.length > 0 && (
          <TextAreaField
            label={dutyRoster.fields.breachReason.label}
            name="reason"
            value={reason}
            onChange={setReason}
            maxLength={500}
            isRequired
          />
        )}
        <FormActions submit={WORDS.publish} isBusy={publishing.isRunning} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
