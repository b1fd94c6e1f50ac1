import type { Phrase } from '../../kernel/phrases.ts';
import { UNIT_KINDS } from './unit.register.ts';

export interface TreeUnit {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly parentId: string | null;
  /** People who hold a post of it now. */
  readonly people: number;
}

/** One line of the drawn tree: a unit, or the heading of many sisters of one kind. */
export interface TreeLine {
  /** The unit's id, or `<parent>/<kind>` for a heading. */
  readonly key: string;
  readonly unit: TreeUnit | undefined;
  readonly heading: Phrase | undefined;
  /** 1 for the root. */
  readonly level: number;
  /** Lines directly below it, whether drawn or not. */
  readonly below: number;
  readonly isOpen: boolean;
  readonly place: number;
  readonly sisters: number;
}

/** From so many children of several kinds on they stand under headings: 「专项应急指挥部 21」. */
const CROWD = 12;

/**
 * The lines to draw, parents before children. Closed branches keep theirs; with `search` only units whose name or short
 * name holds it are drawn, with all above them.
 */
export function treeLines(units: readonly TreeUnit[], isOpen: (key: string) => boolean, search = ''): TreeLine[] {
  const wanted = search.trim().toLowerCase();
  const shown = wanted === '' ? units : fitting(units, wanted);
  const children = new Map<string | null, TreeUnit[]>();
  const ids = new Set(shown.map(({ id }) => id));
  for (const unit of shown) {
    const parent = unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const lines: TreeLine[] = [];
  const opened = (key: string) => wanted !== '' || isOpen(key);
  const draw = (all: readonly TreeUnit[], level: number): void => {
    for (const [index, unit] of all.entries()) {
      const own = children.get(unit.id) ?? [];
      const groups = grouped(own);
      const open = own.length > 0 && opened(unit.id);
      const below = groups.length > 1 ? groups.length : own.length;
      const at = { level, place: index + 1, sisters: all.length };
      lines.push({ key: unit.id, unit, heading: undefined, below, isOpen: open, ...at });
      if (!open) continue;
      if (groups.length === 1) {
        draw(own, level + 1);
        continue;
      }
      for (const [place, { kind, heading, members }] of groups.entries()) {
        const key = `${unit.id}/${kind}`;
        const isGroupOpen = opened(key);
        const rank = { level: level + 1, place: place + 1, sisters: groups.length };
        lines.push({ key, unit: undefined, heading, below: members.length, isOpen: isGroupOpen, ...rank });
        if (isGroupOpen) draw(members, level + 2);
      }
    }
  };
  draw(children.get(null) ?? [], 1);
  return lines;
}

function fitting(units: readonly TreeUnit[], wanted: string): TreeUnit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const kept = new Set<string>();
  for (const unit of units) {
    if (!`${unit.name} ${unit.shortName}`.toLowerCase().includes(wanted)) continue;
    for (const above of lineage(byId, unit)) kept.add(above.id);
  }
  return units.filter(({ id }) => kept.has(id));
}

/** The unit and everything above it, root first. */
export function lineage<Unit extends TreeUnit>(byId: ReadonlyMap<string, Unit>, unit: Unit): Unit[] {
  const above = unit.parentId === null ? undefined : byId.get(unit.parentId);
  return above ? [...lineage(byId, above), unit] : [unit];
}

/** Keys that must be open for the unit to be seen. */
export function pathTo(units: readonly TreeUnit[], id: string): string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const unit = byId.get(id);
  if (!unit) return [];
  const line = lineage(byId, unit);
  return line.slice(1).flatMap((each, index) => {
    const parent = line[index]?.id ?? '';
    return [parent, `${parent}/${each.kind}`];
  });
}

function grouped(units: readonly TreeUnit[]) {
  const groups = UNIT_KINDS.map(({ id, label }) => ({
    kind: id,
    heading: label,
    members: units.filter(({ kind }) => kind === id),
  })).filter(({ members }) => members.length > 0);
  return units.length > CROWD ? groups : groups.slice(0, 1);
}
