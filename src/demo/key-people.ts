import type { Role } from '../foundation/identity/define.ts';

export interface DemoPost {
  readonly unitKey: string;
  readonly postName: string;
  readonly role: Role;
  /** Stands in for this person on their post, which has the same unit, name and role. */
  readonly deputyOfKey?: string;
}

export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  /** Eleven digits that no operator can assign. */
  readonly phone: string;
  /** The hats, the everyday one first. */
  readonly posts: readonly DemoPost[];
  readonly login?: { readonly username: string };
}

/** Whoever has a part of their own in the demo; the key is the user name where there is one. */
export interface KeyPerson extends Omit<DemoPerson, 'phone' | 'login'> {
  readonly hasLogin: boolean;
}

const post = (unitKey: string, postName: string, role: Role): DemoPost => ({ unitKey, postName, role });
const signsIn = (key: string, name: string, ...posts: DemoPost[]): KeyPerson => ({ key, name, posts, hasLogin: true });
const works = (key: string, name: string, ...posts: DemoPost[]): KeyPerson => ({ key, name, posts, hasLogin: false });

/** People of one post each, with their deputies: where one does not answer, the other is asked. */
const PRINCIPALS: readonly (readonly [person: KeyPerson, deputy: Pick<KeyPerson, 'key' | 'name' | 'hasLogin'>])[] = [
  [
    // 带班领导 directs the room and the emergency office.
    signsIn(
      'daiban',
      '秦伯安',
      post('command-center', '带班领导', 'duty_leader'),
      post('office-emergency', '办公室主任', 'duty_leader'),
    ),
    { key: 'daiban-fu', name: '葛长宁', hasLogin: false },
  ],
  [
    signsIn(
      'zhihui',
      '罗怀川',
      post('hq-gas', '指挥长', 'commander'),
      post('committee', '副主任', 'commander'),
      post('command-center', '总指挥', 'commander'),
    ),
    { key: 'zhihui-fu', name: '季临风', hasLogin: false },
  ],
  [
    signsIn('zhujian', '邹敏仪', post('dept-housing', '值班联络员', 'department_officer')),
    { key: 'zhujian-fu', name: '辛可嘉', hasLogin: false },
  ],
  [
    works(
      'chengguan',
      '卢启航',
      post('dept-urban', '值班联络员', 'department_officer'),
      post('hq-gas', '联络员', 'department_officer'),
    ),
    { key: 'chengguan-fu', name: '柳亦舟', hasLogin: false },
  ],
  [
    signsIn('gucheng', '蒋小满', post('street-gucheng', '街道值班员', 'street_officer')),
    { key: 'gucheng-fu', name: '贺思源', hasLogin: true },
  ],
  [
    signsIn('bajiao', '唐晓岚', post('street-bajiao', '街道值班员', 'street_officer')),
    { key: 'bajiao-fu', name: '邵文柏', hasLogin: false },
  ],
  [
    signsIn('lugu', '尹若溪', post('street-lugu', '街道值班员', 'street_officer')),
    { key: 'lugu-fu', name: '梅冬青', hasLogin: false },
  ],
  [
    signsIn('ranqi', '丁立群', post('utility-gas', '企业联络员', 'utility_contact')),
    { key: 'ranqi-fu', name: '俞安澜', hasLogin: true },
  ],
  [
    signsIn('gongdian', '谭景行', post('utility-power', '企业联络员', 'utility_contact')),
    { key: 'gongdian-fu', name: '苗雨辰', hasLogin: false },
  ],
  [
    signsIn('qiangxian', '石大川', post('team-gas-repair', '队长', 'team_leader')),
    { key: 'qiangxian-fu', name: '雷小松', hasLogin: false },
  ],
  [
    works('zonghe', '牛振山', post('team-comprehensive', '队长', 'team_leader')),
    { key: 'zonghe-fu', name: '霍青峰', hasLogin: false },
  ],
];

/** The duty officer wears three hats, each with its own seal and numbers. */
const DUTY_OFFICER = signsIn(
  'zhiban',
  '程一鸣',
  post('command-center', '值班员', 'duty_officer'),
  post('office-emergency', '值班员', 'duty_officer'),
  post('office-flood', '值班员', 'duty_officer'),
);

const OTHERS: readonly KeyPerson[] = [
  signsIn(
    'gucheng-zhuren',
    '夏秉文',
    post('street-gucheng', '街道主任', 'street_chief'),
    post('sub-gucheng', '指挥长', 'commander'),
  ),
  signsIn('yingji', '高砚秋', post('dept-emergency', '值班联络员', 'department_officer')),
  // An expert of the pool who answers calls on a phone.
  signsIn('zhuanjia', '陆知行', post('dept-emergency', '专家', 'expert')),
  signsIn('shequ', '何春杏', post('community-110107003007', '社区主任', 'community_worker')),
  // 三员分立: three people who hold nothing else.
  signsIn('sysadmin', '方系舟', post('command-center', '系统管理员', 'system_administrator')),
  signsIn('secadmin', '安如磐', post('command-center', '安全管理员', 'security_administrator')),
  signsIn('auditor', '沈鉴秋', post('command-center', '安全审计员', 'audit_administrator')),
  signsIn('daping', '指挥大厅大屏', post('command-center', '大屏', 'wall')),
];

/** Everybody with a part in the demo; principals come before their deputies. */
export const KEY_PEOPLE: readonly KeyPerson[] = [
  DUTY_OFFICER,
  ...PRINCIPALS.flatMap(([person, deputy]): KeyPerson[] => [
    person,
    { ...deputy, posts: person.posts.slice(0, 1).map((held) => ({ ...held, deputyOfKey: person.key })) },
  ]),
  ...OTHERS,
];
