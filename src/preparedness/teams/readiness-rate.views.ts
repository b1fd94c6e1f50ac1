import { sql } from 'kysely';
import { defineIndicator } from '../../foundation/indicators/define.ts';
import { TEAM_READINESS } from './readiness.rules.ts';
import { team } from './team.register.ts';
import { teamEquipment } from './team-equipment.register.ts';

/** 装备达标率: kinds of equipment of which as many are serviceable as the standard asks. */
export const equipmentToStandard = defineIndicator('team_equipment_to_standard', {
  label: { zh: '队伍装备达标率', en: 'Equipment of teams to standard' },
  register: teamEquipment,
  measure: 'level',
  rules: {
    reading: '完好数量不少于配备标准的装备项数。',
    denominator: '在册队伍的装备项数。',
    target: 90,
    baseYear: 2020,
    baseValue: 0,
    citation: '区“十四五”应急管理规划：装备达标率不低于 90%',
    isAssumed: false,
  },
  counted: ({ records }) => sql`
    select e.id as record_id, null::timestamptz as at, (e.serviceable >= e.standard_quantity)::int as part, 1 as whole,
      t.owner_unit_path, t.area_code, 'team' as link_register, t.id as link_id
    from ${records} e join team t on t.id = e.team_id
    where e.state = 'active' and t.state not in ('withdrawn', 'merged')`,
});

/** 队伍可用达标率: enough people, equipment to standard, trained lately, by the rule of readiness. */
export const readyTeams = defineIndicator('team_readiness_rate', {
  label: { zh: '队伍可用达标率', en: 'Teams that are ready' },
  register: team,
  measure: 'level',
  rules: {
    reading: '人数、装备达标率、训练间隔和保险都达到规则《队伍可用标准》的队伍。',
    denominator: '在册队伍。',
    target: 90,
    baseYear: 2026,
    baseValue: 0,
    citation: '区级自定，待主责部门确认',
    isAssumed: true,
  },
  counted: ({ records, today, rules }) => {
    const { strengthShare, equipmentShare, trainedWithinDays } = rules(TEAM_READINESS);
    return sql`
      select r.id as record_id, null::timestamptz as at, case when
          100 * (select count(*) from team_member m where m.team_id = r.id and m.state = 'active')
            >= ${strengthShare}::int * r.established_strength
          and coalesce((select 100 * count(*) filter (where e.serviceable >= e.standard_quantity) / nullif(count(*), 0)
            from team_equipment e where e.team_id = r.id and e.state = 'active'), 0) >= ${equipmentShare}::int
          and coalesce((select max(t.held_on) from team_training t where t.team_id = r.id and t.state = 'active'),
            date '1900-01-01') >= ${today}::date - ${trainedWithinDays}::int
          and r.insured_to >= ${today}::date then 1 else 0 end as part,
        1 as whole, r.owner_unit_path, r.area_code, 'team' as link_register, r.id as link_id
      from ${records} r where r.state not in ('withdrawn', 'merged')`;
  },
});
