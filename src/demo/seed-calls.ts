import { type IncidentStory, incidentStory, type StoryCall } from './incident-calls.ts';

/** Does a command as somebody of the demo, by their user name. */
type As = (key: string) => Promise<<Output = { id: string }>(name: string, input: object) => Promise<Output>>;
/** Asks a view as the duty officer. */
type See = <Output>(name: string, input: object) => Promise<Output>;

const MINUTE = 60_000;

/**
 * What the room has heard in the last quarter of an hour: one incident that was told three times, put together, reported up and closed;
 * and two calls of another matter that nobody has looked at yet.
 */
export async function seedCalls(as: As, see: See, { now, leaderId }: { now: Date; leaderId: string }): Promise<void> {
  await closed(incidentStory('yongle'), as, { now, leaderId });
  const [first, second] = incidentStory('power').calls;
  for (const [call, ago] of [[first, 6] as const, [second, 2] as const]) if (call) await take(as, call, now, ago);
  await zeroReports(as, see);
}

async function take(as: As, call: StoryCall, now: Date, ago: number): Promise<string> {
  const { by, after: _, ...words } = call;
  const act = await as(by);
  const { id } = await act('intake.take', { ...words, knownAt: new Date(now.getTime() - ago * MINUTE).toISOString() });
  return id;
}

async function closed(story: IncidentStory, as: As, { now, leaderId }: { now: Date; leaderId: string }): Promise<void> {
  const [first, second, third] = story.calls;
  if (!first || !second || !third) return;
  const duty = await as('zhiban');
  const head = await take(as, first, now, 12);
  await duty('intake.join', { id: await take(as, second, now, 8), intoId: head });
  const { title, grade, gradeReason } = story;
  const { id } = await duty('incidents.open', { intakeId: head, title, grade, gradeReason });
  await duty('incidents.merge', { id, intakeId: await take(as, third, now, 3) });
  await duty('reporting.tell', {
    incidentId: id,
    recipient: '市应急指挥中心',
    channel: 'phone',
    receivedBy: '市值班员（示例）',
  });
  const paper = await duty('reporting.draft', { incidentId: id, kind: 'initial_report' });
  await duty('reporting.issue', { id: paper.id, issuerId: leaderId });
  await duty('incidents.control', { id });
  await duty('incidents.close', { id, summary: story.closing, leftReason: '并入的接报已随初报一并报送' });
  await reviewed(duty, { incidentId: id, leaderId });
}

/** The closed one is looked back at: a finding that asks for nobody's hands, a judgement, a score. */
async function reviewed(
  duty: Awaited<ReturnType<As>>,
  { incidentId, leaderId }: { incidentId: string; leaderId: string },
): Promise<void> {
  const { id } = await duty('reviews.ask', { incidentId });
  await duty('reviews.begin', { id, reviewerId: leaderId });
  await duty('reviewFindings.record', {
    reviewId: id,
    kind: 'reporting',
    text: '同一火情先后接到三个来电，第三个来电到立案后才并入',
    measure: '接报时先看「可能是同一事件」，来电当场合并',
  });
  await duty('reviews.write', {
    id,
    causes: '电动自行车在楼道充电起火（示例）。',
    assessment: '接报、报送在时限内，现场处置和救治及时。',
    lessons: '老旧小区楼道充电要与街道消防巡查一并治理。',
    score: 86,
  });
  await duty('reviews.finish', { id });
}

/** Two streets have reported the day; the others are still to. */
async function zeroReports(as: As, see: See): Promise<void> {
  const list = () => see<{ day: string; items: { id: string; unitName: string }[] }>('zeroReports.list', {});
  const duty = await as('zhiban');
  const { day, items } = await list();
  if (items.length === 0) await duty('zeroReports.ask', { day });
  const owed = (await list()).items;
  const of = (name: string) => owed.find(({ unitName }) => unitName.includes(name))?.id;
  const street = await as('lugu');
  await street('zeroReports.report', {
    id: of('鲁谷'),
    matters: 1,
    text: '永乐西小区 35 号楼一户起火，已处置，2 人轻伤。',
  });
  const quiet = await as('bajiao');
  await quiet('zeroReports.report', { id: of('八角'), matters: 0 });
}
