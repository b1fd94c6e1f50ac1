import type { Phrase } from '../../kernel/phrases.ts';

/**
 * Roles are the posts a district knows. What a role may do is declared by the capability that owns the permission
 * (`granted`), so that permission, reason and test lie in one place.
 */
export const ROLES = {
  duty_leader: { zh: '带班领导', en: 'Duty leader' },
  duty_officer: { zh: '值班员', en: 'Duty officer' },
  commander: { zh: '指挥长', en: 'Commander' },
  department_officer: { zh: '部门工作人员', en: 'Department officer' },
  street_chief: { zh: '街道主任', en: 'Street chief' },
  street_officer: { zh: '街道值班员', en: 'Street officer' },
  community_worker: { zh: '社区工作者', en: 'Community worker' },
  grid_worker: { zh: '网格员', en: 'Grid worker' },
  team_leader: { zh: '队长', en: 'Team leader' },
  team_member: { zh: '队员', en: 'Team member' },
  utility_contact: { zh: '企业联络员', en: 'Utility contact' },
  /** Somebody to be found and called; the post gives no rights. */
  contact: { zh: '联系人', en: 'Contact' },
  expert: { zh: '专家', en: 'Expert' },
  system_administrator: { zh: '系统管理员', en: 'System administrator' },
  security_administrator: { zh: '安全管理员', en: 'Security administrator' },
  audit_administrator: { zh: '安全审计员', en: 'Audit administrator' },
  wall: { zh: '大屏', en: 'Wall display' },
} as const satisfies Record<string, Phrase>;

export type Role = keyof typeof ROLES;

/** 三员分立 (GB/T 22239-2019): nobody holds two of these, and their holders do no business. */
export const ADMINISTRATOR_ROLES = ['system_administrator', 'security_administrator', 'audit_administrator'] as const;

/**
 * How far a permission reaches:
 * `all` the whole district · `unit` records owned by the hat's unit and those below it · `area` records in the hat's
 * area · `involved` records in which the hat's unit or the person has been given a part · `own` made by the person.
 */
export type Scope = 'all' | 'unit' | 'area' | 'involved' | 'own';

export interface Permission<Name extends string = string> {
  readonly name: Name;
  readonly label: Phrase;
  readonly granted: Readonly<Partial<Record<Role, Scope | readonly Scope[]>>>;
}

export function definePermission<const Name extends string>(
  name: Name,
  definition: Omit<Permission<Name>, 'name'>,
): Permission<Name> {
  return { name, ...definition };
}

/** Who may call an operation that has no subject of its own: signing in, reading the time. */
export const ANYBODY = definePermission('anybody', { label: { zh: '任何人', en: 'Anybody' }, granted: {} });
/** Every signed-in person, whatever the hat: own profile, own messages, the organisation's phone book. */
export const SIGNED_IN = definePermission('signed_in', { label: { zh: '已登录人员', en: 'Signed in' }, granted: {} });

/** One post a person holds now, in their own right or as acting deputy. */
export interface Hat {
  readonly id: string;
  readonly postId: string;
  readonly postName: string;
  readonly role: Role;
  readonly unit: {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
    readonly path: string;
    readonly areaCode: string;
  };
  /** Names of the only permissions that this hat gives here: it is worn through a key for some registers. */
  readonly only?: readonly string[];
}

/** Who is asking. Reading uses the union of all hats; acting and signing use the one chosen. */
export interface Viewer {
  readonly personId: string;
  readonly name: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly hats: readonly Hat[];
  readonly acting: Hat | undefined;
  readonly deviceId: string | undefined;
  /** True for the server itself: reactions, clocks, first load. Never comes from a request. */
  readonly isSystem: boolean;
}

/** Does the person read through a key for some registers? Then nothing is done with it. */
export const isNarrowed = ({ hats }: Viewer): boolean => hats.some(({ only }) => only !== undefined);

/** Is this the screen on the wall of the hall, where nobody sits? It shows and does nothing, whatever a role is granted one day. */
export const isWall = ({ hats }: Pick<Viewer, 'hats'>): boolean =>
  hats.length > 0 && hats.every(({ role }) => role === 'wall');

export interface Grant {
  readonly scope: Scope;
  readonly hat: Hat;
}

/** Which hats give the permission, and how far each reaches. Empty = not allowed. */
export function grantsOf(permission: Permission, hats: readonly Hat[]): Grant[] {
  return hats.flatMap((hat) => {
    if (hat.only && !hat.only.includes(permission.name)) return [];
    const scopes = permission.granted[hat.role] ?? [];
    return (Array.isArray(scopes) ? scopes : [scopes]).map((scope: Scope) => ({ scope, hat }));
  });
}

/** What scope looks at on a record; the same stamps travel on facts, so that the live stream can judge in memory. */
export interface Stamp {
  readonly ownerUnitPath: string;
  readonly areaCode: string;
  readonly createdBy: string;
  readonly involved: readonly { unitPath: string | null; personId: string | null }[];
}

/** The in-memory face of scope; `scope.ts` holds the SQL face, and a property test keeps both equal. */
export function isWithin(grants: readonly Grant[], personId: string, stamp: Stamp): boolean {
  return grants.some((grant) => reaches(grant, personId, stamp));
}

function reaches({ scope, hat }: Grant, personId: string, stamp: Stamp): boolean {
  switch (scope) {
    case 'all':
      return true;
    case 'unit':
      return stamp.ownerUnitPath.startsWith(hat.unit.path);
    case 'area':
      return stamp.areaCode.startsWith(hat.unit.areaCode);
    case 'own':
      return stamp.createdBy === personId;
    case 'involved':
      return stamp.involved.some(
        (part) => part.personId === personId || part.unitPath?.startsWith(hat.unit.path) === true,
      );
  }
}
