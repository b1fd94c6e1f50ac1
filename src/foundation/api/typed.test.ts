import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

inDistrict(
  'what somebody typed',
  (district) => {
    it('is answered from the body, and refused in an address with the reason', async () => {
      const officer = await district().as('zhiban');
      for (const view of ['/api/search/find', '/api/experts', '/api/experts/count', '/api/people']) {
        expect((await officer.post(view, { q: '13812347766' })).status, view).toBe(200);
        const { status, body } = await officer.get(`${view}?q=13812347766`);
        // A view that always asks by body has no other door.
        expect({ status, key: body.key }, view).toEqual(
          view === '/api/search/find' ? { status: 404, key: 'route.unknown' } : { status: 400, key: 'input.field' },
        );
        expect(JSON.stringify(body)).not.toContain('13812347766');
      }
      expect((await officer.get('/api/experts')).status).toBe(200);
      expect((await officer.post('/api/search/find', [])).status).toBe(400);
      expect((await officer.post('/api/search/find', {})).status).toBe(400);
    });

    it('is asked of nobody who is not signed in, and of no foreign page', async () => {
      expect((await district().anybody().post('/api/people', { q: '柳' })).status).toBe(401);
      const officer = await district().as('zhiban');
      const foreign = await officer.post('/api/people', { q: '柳' }, { origin: 'https://elsewhere.example' });
      expect(foreign.status).toBe(403);
    });

    it('makes a sheet by POST; the note of the export does not repeat it', async () => {
      const officer = await district().as('zhiban');
      expect((await officer.get('/api/experts/sheet?format=csv&q=13812347766')).status).toBe(400);
      const sheet = await officer.post('/api/experts/sheet', { format: 'csv', q: '13812347766' });
      expect(sheet.status).toBe(200);
      const { entries } = await officer.sees<{ entries: { kind: string; payload: object }[] }>('timeline.of', {
        register: 'person',
        recordId: officer.personId,
      });
      const exported = entries.filter(({ kind }) => kind === 'register.exported');
      expect(exported).toHaveLength(1);
      expect(exported[0]?.payload).toMatchObject({ register: 'expert', conditions: { q: '…' } });
    });
  },
  ['server'],
);
