import { expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';
import { walkOneIncident } from '../../../tests/support/walk.ts';

interface Inbox {
  unread: number;
  items: {
    id: string;
    template: string;
    heading: { zh: string };
    subject: { id: string } | null;
    readAt: string | null;
    isSettled: boolean;
  }[];
}

inDistrict('one thing is one message', (district) => {
  const inbox = (person: Person) => person.sees<Inbox>('messages.inbox', { limit: 200 });
  const waiting = async (person: Person) =>
    (await inbox(person)).items.filter(({ readAt, isSettled }) => readAt === null && !isSettled);

  it('tells the room of a silence once, and one who has seen it speaks for all', { timeout: 60_000 }, async () => {
    const { officer } = await walkOneIncident(district());
    const leader = await district().as('daiban');
    for (let minute = 0; minute < 12; minute += 1) {
      district().clock.advance(60_000);
      await district().settle();
    }
    for (const person of [officer, leader]) {
      // Of what is the room's own work each hears as its assignee, too.
      const all = await waiting(person);
      const own = all.filter(({ template }) => template === 'assignment.issued').map(({ subject }) => subject?.id);
      expect(own.length).toBeLessThanOrEqual(1);
      expect(all.filter(({ template }) => template === 'assignment.not_received')).not.toContainEqual(
        expect.objectContaining({ subject: expect.objectContaining({ id: own[0] }) }),
      );
      const told = all.map(({ subject }) => subject?.id).filter((id) => !own.includes(id));
      expect(told.length).toBeGreaterThan(0);
      expect(told).toEqual([...new Set(told)]);
    }
    const silent = (await waiting(leader)).find(({ template }) => template === 'assignment.not_received');
    const before = (await inbox(officer)).unread;
    await leader.does('messages.read', { id: silent?.id });
    await district().settle();
    expect((await waiting(officer)).map(({ id }) => id)).not.toContain(silent?.id);
    expect((await inbox(officer)).unread).toBe(before - 1);
  });

  it('is settled with everybody when it is done', async () => {
    const street = await district().as('gucheng');
    const asked = (await waiting(street)).filter(({ template }) => template === 'assignment.issued');
    expect(asked.length).toBeGreaterThan(0);
    const id = asked[0]?.subject?.id;
    await street.does('assignments.receive', { id });
    await district().settle();
    expect((await waiting(street)).map(({ subject }) => subject?.id)).not.toContain(id);
    const { items } = await inbox(street);
    expect(items.find(({ id: one }) => one === asked[0]?.id)).toMatchObject({ isSettled: true, readAt: null });
  });
});
