import { execute, type Platform, runView } from '../foundation/api/index.ts';
import { viewerFor } from '../foundation/identity/index.ts';
import { newId } from '../kernel/ids.ts';
import type { Known } from './seed-stories.ts';

/** The street that did not answer this morning. */
const SILENT = 'street-lugu';
/** Who gave the shift to the officer whom a visitor signs in as. */
const BEFORE = 'command-center/值班员/2';

/**
 * This morning in the duty rooms: the streets were called and all but one answered, the last shift wrote its log, and its
 * hand-over waits for the signature of the officer who is on duty now.
 */
export async function seedDutyStories(platform: Platform, { people, units }: Known): Promise<void> {
  const as = async (personId: string) => {
    const viewer = await viewerFor(platform, { personId, hatId: null });
    return {
      async does<Output = { id: string }>(name: string, input: object): Promise<Output> {
        const { output } = await execute(platform, { id: newId(), name, input }, viewer);
        return output as Output;
      },
      async sees<Output>(name: string, input: object): Promise<Output> {
        const view = platform.catalogue.views.get(name);
        if (!view) throw new Error(`the demo's duty needs ${name}`);
        return (await runView(platform, view, view.input.parse(input), viewer)) as Output;
      },
    };
  };
  const duty = await as(people.get('zhiban') ?? '');
  await duty.does('rollCallPlans.register', {
    name: '街道早点名',
    unitKinds: ['street_office'],
    subject: 'duty',
    callMode: 'app',
    times: '09:00',
    randomPerWeek: 1,
  });
  const { id } = await duty.does('rollCalls.hold', {
    title: '街道早点名',
    callKind: 'scheduled',
    callMode: 'app',
    unitKinds: ['street_office'],
  });
  type Now = { units: { unitId: string; onDuty: { personId: string; dutyKind: string }[] }[] };
  const { units: rooms } = await duty.sees<Now>('dutyShifts.now', {});
  const { answers } = await duty.sees<{ answers: { id: string; unitId: string }[] }>('rollCalls.record', { id });
  for (const { id: answerId, unitId } of answers) {
    if (unitId === units.get(SILENT)) continue;
    const seated = rooms.find((one) => one.unitId === unitId)?.onDuty.find(({ dutyKind }) => dutyKind === 'officer');
    if (seated) await (await as(seated.personId)).does('rollCalls.answer', { id: answerId });
  }

  const unitId = units.get('command-center') ?? '';
  const before = people.get(BEFORE);
  if (!before) return;
  const giver = await as(before);
  const now = platform.clock.now().getTime();
  const noted = (minutes: number, entryKind: string, subject: string, toFollow?: string) =>
    giver.does('dutyLogEntries.register', {
      unitId,
      notedAt: new Date(now - minutes * 60_000).toISOString(),
      entryKind,
      subject,
      ...(toFollow ? { toFollow } : {}),
    });
  await noted(560, 'weather', '市气象台发布大风蓝色预警，已转各街道');
  await noted(380, 'equipment', '视频会议终端回声，已重启', '联系厂家检修视频会议终端');
  await noted(140, 'call', '古城街道来电询问雨水井盖更换进度', '9 时前向区水务局核实进度并回电');
  const sheet = await giver.does('shiftHandovers.begin', { unitId });
  await giver.does('shiftHandovers.hand', {
    id: sheet.id,
    takerId: people.get('zhiban'),
    telephone: 'sound',
    videoConference: 'faulty',
    fax: 'sound',
    radio: 'sound',
    satellite: 'sound',
    focus: '燃气井盖处置未结束；森林防火期内重点关注西部山区',
    goods: '值班室钥匙 2 把、卫星电话 1 部、应急车钥匙 1 把',
    abnormal: '视频会议终端有回声',
  });
}
