import { sql } from 'kysely';
import { defineFallbackSection } from '../../foundation/continuity/define.ts';
import { capacity, occupancy } from './capacity.views.ts';
import { shelter, shelters } from './shelter.register.ts';

interface Site {
  id: string;
  name: string;
  state: string;
  address: string;
  keeper: string;
  keeperPhone: string | null;
  capacity: number;
  occupancy: number;
}

/** Where people can go, who opens the gate, and how many fit. */
export const shelterSheet = defineFallbackSection('shelters', {
  label: { zh: '避难场所', en: 'Shelters' },
  order: 50,
  async run(ctx) {
    const rows = await ctx.rows<Site>(sql`
      select r.id, r.name, r.state, r.address, r.keeper, r.keeper_phone, ${capacity(ctx)} as capacity,
        ${occupancy} as occupancy
      from ${ctx.visible(shelter)} r where r.state not in ('withdrawn', 'merged') order by r.area_code, r.name`);
    await ctx.openContacts(shelter, rows);
    return [
      {
        columns: ['场所', '状态', '地址', '责任人', '电话', '可容纳', '在住'],
        widths: [4, 1.5, 4, 2, 3, 1.5, 1.5],
        rows: rows.map((one) => [
          one.name,
          shelters.lifecycle.states[one.state]?.zh ?? one.state,
          one.address,
          one.keeper,
          one.keeperPhone ?? '',
          String(one.capacity),
          String(one.occupancy),
        ]),
      },
    ];
  },
});
