import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';
import { newId } from '../../kernel/ids.ts';
import { holdsIdentityNumber } from './correction.rules.ts';

interface Asked {
  mayAsk: boolean;
  items: {
    field: string | null;
    content: string;
    assignmentId: string;
    state: string;
    isOpen: boolean;
    isCorrected: boolean;
    fieldChanged: { by: string; at: string } | null;
    dueAt: string | null;
  }[];
}

const EXPERT = {
  name: '柳更正',
  fields: ['construction'],
  organisation: '检测中心（示例）',
  phone: '10094990031',
  isOnCall: true,
  appointedOn: '2026-01-01',
  termEndsOn: '2028-12-31',
};

it('sees an identity number however it is spaced, and no other long number', () => {
  expect(holdsIdentityNumber('号码 110107 19491231 002X 有误')).toBe(true);
  expect(holdsIdentityNumber('统一社会信用代码 91110107MA01234567，电话 13912345678')).toBe(false);
});

inDistrict('a correction asked for by somebody who may not keep the record', (district) => {
  let keeper: Person;
  let street: Person;
  beforeAll(async () => {
    keeper = await district().as('zhujian');
    street = await district().as('gucheng');
  });
  const register = (name: string) => keeper.does<{ id: string }>('experts.register', { ...EXPERT, name });
  const ofRecord = (who: Person, recordId: string) =>
    who.sees<Asked>('corrections.ofRecord', { register: 'expert', recordId });
  const ask = (who: Person, recordId: string, more: object = {}) =>
    who.command<{ assignmentId: string; orderId: string; key?: string; details?: { field: string }[] }>(
      'corrections.ask',
      { register: 'expert', recordId, field: 'organisation', should: '规划院（示例）', why: '本人来电', ...more },
    );

  it('reaches the owner unit as an order, shows on the record, and is finished after the record was corrected', async () => {
    const { id } = await register('柳一');
    expect(await ofRecord(street, id)).toEqual({ mayAsk: true, items: [] });
    const { status, body } = await ask(street, id);
    expect(status).toBe(200);
    const { assignmentId } = body;
    const inbox = await keeper.sees<{ items: { id: string; title: string }[] }>('orders.mine');
    expect(inbox.items.find((one) => one.id === assignmentId)?.title).toBe('请更正：专家「柳一」的「工作单位」');

    const [open] = (await ofRecord(keeper, id)).items;
    expect(open).toMatchObject({ field: 'organisation', isOpen: true, isCorrected: false, assignmentId });
    expect(open?.content).toContain('应为：规划院（示例）\n依据：本人来电');
    // Thursday 11 June 2026; five working days end with Thursday 18 June in Beijing.
    expect(open).toMatchObject({ dueAt: '2026-06-18T16:00:00.000Z', fieldChanged: null });
    const assigned = await keeper.sees<{ finishDueAt: string }>('assignments.record', { id: assignmentId });
    expect(assigned.finishDueAt).toBe(open?.dueAt);
    district().clock.advance(60_000);
    await keeper.does('experts.correct', { id, termEndsOn: '2029-12-31' });
    expect((await ofRecord(street, id)).items[0]).toMatchObject({ isCorrected: true, fieldChanged: null });
    await keeper.does('experts.correct', { id, organisation: '规划院（示例）' });
    expect((await ofRecord(street, id)).items[0]).toMatchObject({
      isOpen: true,
      isCorrected: true,
      fieldChanged: { by: expect.stringMatching(/./) },
    });

    await keeper.does('assignments.receive', { id: assignmentId });
    await keeper.does('assignments.finish', { id: assignmentId });
    expect((await ofRecord(street, id)).items[0]).toMatchObject({ isOpen: false, state: 'done' });
  });

  it('is not for whoever keeps the record, nor for a record that ended', async () => {
    const { id } = await register('柳二');
    expect((await ofRecord(keeper, id)).mayAsk).toBe(false);
    expect(await ask(keeper, id)).toMatchObject({ status: 409, body: { key: 'state.guard' } });
    // A department keeps its own experts, and asks about those of the duty room.
    const room = await district().as('zhiban');
    const theirs = await room.does<{ id: string }>('experts.register', { ...EXPERT, name: '柳二二' });
    expect((await ofRecord(keeper, theirs.id)).mayAsk).toBe(true);
    expect((await ask(keeper, theirs.id)).status).toBe(200);
    expect((await ofRecord(room, theirs.id)).items).toHaveLength(1);
    // What one unit asked is not shown to another that has no part in it.
    expect((await ofRecord(await district().as('bajiao'), theirs.id)).items).toEqual([]);
    await keeper.does('experts.withdraw', { id, reason: '调离本市' });
    expect(await ask(street, id)).toMatchObject({ status: 409, body: { key: 'state.guard' } });
  });

  it('answers 404 for what is hidden or is nothing, and writes no order', async () => {
    const { id } = await register('柳三');
    const outsider = await district().as('ranqi');
    expect((await outsider.view('experts.record', { id })).status).toBe(403);
    const refused = { status: 404, body: { key: 'record.unknown' } };
    expect(await ask(outsider, id)).toMatchObject(refused);
    expect(await outsider.view('corrections.ofRecord', { register: 'expert', recordId: id })).toMatchObject(refused);
    expect(await ask(street, newId())).toMatchObject(refused);
    expect(await ask(street, id, { register: 'person' })).toMatchObject(refused);
    expect(await ask(street, id, { register: 'account"; --' })).toMatchObject(refused);
    expect((await ofRecord(keeper, id)).items).toEqual([]);
  });

  it('keeps personal values out of the order: of such a field it says only that it is wrong', async () => {
    const { id } = await register('柳四');
    const told = await ask(street, id, { field: 'phone', should: '10094990032' });
    expect(told).toMatchObject({ status: 400, body: { key: 'input.field' } });
    const numbered = await ask(street, id, { why: '身份证 11010719491231002X' });
    expect(numbered).toMatchObject({ status: 400, body: { key: 'input.field' } });
    expect((await ask(street, id, { field: 'nonsense' })).status).toBe(400);
    expect((await ask(street, id, { field: 'phone', should: undefined, why: '打不通' })).status).toBe(200);
    const [only, ...others] = (await ofRecord(keeper, id)).items;
    expect(others).toEqual([]);
    expect(only?.content).not.toMatch(/\d{4}/);
  });
});
