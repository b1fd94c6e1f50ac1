import { sql } from 'kysely';
import type { ReadContext } from '../../api/context.ts';
import type { RowPlan, RowRemark } from '../../exchange/define.ts';
import { ADMINISTRATOR_ROLES, ROLES, type Role } from '../../identity/define.ts';
import type { SheetUnit } from './people-there.ts';

interface Asked {
  readonly unit: SheetUnit;
  readonly title: string | null;
  readonly role: Role | null;
  /** Undefined for somebody who is not registered yet. */
  readonly personId: string | undefined;
}

interface PostPlan {
  readonly fault?: RowRemark;
  readonly doubts: readonly RowRemark[];
  readonly steps: RowPlan['steps'];
}

interface Post {
  readonly id: string;
  readonly role: Role;
}

/** The post that the line names: opened where the unit has none of the name, and taken where it is not held already. */
export async function planPost(ctx: ReadContext, { unit, title, role, personId }: Asked): Promise<PostPlan> {
  if (!title) return { doubts: [{ field: 'title', reason: NO_TITLE }], steps: [] };
  const name = [unit.department, title].filter(Boolean).join('');
  if (name.length > 60) return { fault: { field: 'title', reason: TOO_LONG }, doubts: [], steps: [] };
  const [there] = await ctx.rows<Post>(sql`select id, role from post where unit_id = ${unit.id} and name = ${name}`);
  if (there && (ADMINISTRATOR_ROLES as readonly string[]).includes(there.role))
    return { fault: { field: 'title', reason: ADMINISTRATORS }, doubts: [], steps: [] };
  const held = personId ? await heldBy(ctx, unit.id, personId) : [];
  if (held.some(({ id }) => id === there?.id)) return { doubts: otherRole(there, role), steps: [] };
  const doubts = otherRole(there, role);
  if (held.length > 0) {
    const posts = held.map((one) => one.name).join('、');
    const reason = {
      zh: `现任「${posts}」，将增加任职；原任职已结束的，请在机构中免职`,
      en: `holds ${posts} now and gets this post, too; end what is over in the organisation`,
    };
    doubts.push({ field: 'title', reason });
  }
  const steps: RowPlan['steps'] = [
    ...(there
      ? []
      : [
          {
            command: 'posts.open',
            as: 'post',
            input: () => ({ unitId: unit.id, name, role: role ?? 'contact' }),
          },
        ]),
    {
      command: 'appointments.appoint',
      input: ({ person: made, post: opened }) => ({ personId: personId ?? made?.id, postId: there?.id ?? opened?.id }),
    },
  ];
  return { doubts, steps };
}

const heldBy = (ctx: ReadContext, unitId: string, personId: string) =>
  ctx.rows<{ id: string; name: string }>(sql`select t.id, t.name from appointment a join post t on t.id = a.post_id
    where a.person_id = ${personId} and t.unit_id = ${unitId}
      and (a.valid_to is null or a.valid_to > ${ctx.now}::timestamptz) order by t.name`);

function otherRole(there: Post | undefined, role: Role | null): RowRemark[] {
  if (!there || !role || there.role === role) return [];
  const { zh, en } = ROLES[there.role];
  const reason = {
    zh: `该岗位的角色是「${zh}」，导入不改变角色`,
    en: `the role of this post is “${en}”; an import does not change it`,
  };
  return [{ field: 'role', reason }];
}

const NO_TITLE = { zh: '没有职务：只登记人员，不任命', en: 'no post: the person is registered, not appointed' };
const TOO_LONG = { zh: '部门加职务最多 60 个字', en: 'department and post together have at most 60 characters' };
const ADMINISTRATORS = {
  zh: '该岗位由安全管理员任命，不能导入',
  en: 'the security administrator appoints to this post; it cannot be imported',
};
