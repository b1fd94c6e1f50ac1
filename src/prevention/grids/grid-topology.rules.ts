import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { decimal, group } from '../../foundation/rule-sets/leaf.type.ts';

/** What between two grids is a fault and what the thickness of the pen. */
export const GRID_TOPOLOGY = defineRuleSet('grid_topology', {
  label: { zh: '网格拓扑检查规则', en: 'Check of the ground of grids' },
  about: { zh: '多宽的空隙或重叠才算错误', en: 'How wide a gap or an overlap is before it counts' },
  citation: 'GB/T 34300-2017 城乡社区网格化服务管理规范（网格应全覆盖、不重叠）',
  ownerRole: 'duty_leader',
  schema: group({
    leastWidth: decimal({
      label: { zh: '窄于此宽度不计', en: 'Narrower is not counted' },
      unit: { zh: 'm', en: 'm' },
      min: 0.05,
      max: 50,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '0.5 米以内视为绘制误差（暂定）',
    values: { leastWidth: 0.5 },
  },
});
