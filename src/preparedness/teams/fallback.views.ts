import { sql } from 'kysely';
import { defineFallbackSection } from '../../foundation/continuity/define.ts';
import { durationText } from '../../foundation/registers/types/duration.type.ts';
import { team, teams } from './team.register.ts';

interface Ready {
  id: string;
  name: string;
  state: string;
  captain: string;
  dutyPhone: string | null;
  baseAddress: string | null;
  turnoutTime: number | null;
}

/** Teams with their captain's number and how fast they come. */
export const teamSheet = defineFallbackSection('teams', {
  label: { zh: '应急队伍', en: 'Teams' },
  order: 40,
  async run(ctx) {
    const rows = await ctx.rows<Ready>(sql`
      select id, name, state, captain, duty_phone, base_address, turnout_time from ${ctx.visible(team)} t
      where state not in ('withdrawn', 'merged') order by team_class, name`);
    await ctx.openContacts(team, rows);
    return [
      {
        columns: ['队伍', '状态', '队长', '值班电话', '驻地', '出动时间'],
        widths: [4, 1.5, 2, 3, 4, 2],
        rows: rows.map((one) => [
          one.name,
          teams.lifecycle.states[one.state]?.zh ?? one.state,
          one.captain,
          one.dutyPhone ?? '',
          one.baseAddress ?? '',
          one.turnoutTime === null ? '' : durationText(one.turnoutTime, 'zh'),
        ]),
      },
    ];
  },
});
