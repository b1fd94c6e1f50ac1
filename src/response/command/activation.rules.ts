import type { IncidentGrade, ResponseLevel } from '../../foundation/incident-kinds/define.ts';

/**
 * Suggested level by grade. Assumed and dated: Beijing plans differ, and each plan may say otherwise; a person decides.
 */
export const LEVEL_BY_GRADE = {
  version: '2026-11-24',
  isAssumed: true,
  citation: '响应级别与事件等级对应（示例值，待区应急委确认）；突发事件应对法 第71条',
  levels: { general: 'IV', large: 'III', major: 'II', extraordinary: 'I' },
} as const satisfies { levels: Record<IncidentGrade, ResponseLevel> } & Record<string, unknown>;

export function suggestedLevel(grade: IncidentGrade | null): ResponseLevel {
  return grade === null ? 'IV' : LEVEL_BY_GRADE.levels[grade];
}

/** When an action is due: its plan's minutes after T0, the moment of activation. */
export function dueAt(startedAt: Date, offsetMinutes: number): Date {
  return new Date(startedAt.getTime() + offsetMinutes * 60_000);
}
