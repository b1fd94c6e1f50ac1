import { execute, type Platform, runView } from '../foundation/api/index.ts';
import type { Viewer } from '../foundation/identity/define.ts';
import { viewerFor } from '../foundation/identity/index.ts';
import { newId } from '../kernel/ids.ts';
import { seedCalls } from './seed-calls.ts';
import { seedResponse } from './seed-response.ts';

/** Ids by the keys of `key-people.ts` and `units.ts`. */
export interface Known {
  readonly people: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
}

/**
 * What has happened in the demo district before a visitor comes: whistles and calls of experts, one of each settled and
 * one that still waits for somebody, and an incident with support on its way and people being led out. Each step is done by the person whose step it is.
 */
export async function seedStories(platform: Platform, { people, units }: Known): Promise<void> {
  const as = async (key: string) => {
    const viewer = await viewerFor(platform, { personId: people.get(key) ?? '', hatId: null });
    return async <Output = { id: string }>(name: string, input: object): Promise<Output> => {
      const { output } = await execute(platform, { id: newId(), name, input }, viewer);
      return output as Output;
    };
  };
  const street = await as('gucheng');
  const housing = await as('zhujian');
  const duty = await as('zhiban');
  const expert = await as('zhuanjia');
  const unit = (key: string) => units.get(key) ?? '';
  const see = async <Output>(name: string, input: object, who = 'zhiban'): Promise<Output> => {
    const view = platform.catalogue.views.get(name);
    if (!view) throw new Error(`the demo's stories need ${name}`);
    const viewer: Viewer = await viewerFor(platform, { personId: people.get(who) ?? '', hatId: null });
    return (await runView(platform, view, view.input.parse(input), viewer)) as Output;
  };
  const first = async (name: string, who: string): Promise<string> => {
    const { items } = await see<{ items: { id: string }[] }>(name, {}, who);
    return items[0]?.id ?? '';
  };

  const settled = await street<{ answers: { id: string }[] }>('streetWhistles.blow', {
    title: '古城南里 5 号楼外墙砖脱落',
    content: '请派人鉴定外墙安全，确定围挡范围和修缮责任',
    priority: 'urgent',
    placeText: '古城南里 5 号楼东侧',
    departments: [unit('dept-housing')],
  });
  const answerId = settled.answers[0]?.id;
  await housing('departmentAnswers.answer', { id: answerId, measures: '房屋安全科 2 人到场鉴定，已设围挡 30 米' });
  await street('departmentAnswers.rate', {
    id: answerId,
    presence: 'present',
    solved: 'solved',
    satisfaction: 'satisfied',
    remark: '到场及时，修缮责任已明确',
  });
  await street('streetWhistles.blow', {
    title: '古城大街燃气井盖松动',
    content: '请核查井盖和阀井，当日恢复',
    priority: 'normal',
    placeText: '古城大街与古城西路交口北侧',
    departments: [unit('utility-gas')],
  });

  const experts = await expertsOf();
  const call = (input: object) =>
    duty<{ calls: { id: string }[] }>('expertCalls.make', { experts, channel: 'system', ...input });
  const { calls } = await call({
    subject: { register: 'enterprise', id: await first('enterprises.list', 'zhiban') },
    purpose: 'risk',
    priority: 'urgent',
    question: '企业厂区中压燃气支管的泄漏风险和监测点位',
  });
  const callId = calls[0]?.id;
  await expert('expertCalls.answer', { id: callId, answer: 'accepted', way: 'on_site', arrivalMinutes: 60 });
  const advice = await expert('expertAdvice.give', {
    callId,
    advice: '支管穿越段年限较长，建议加密巡检至每周一次，在阀井和食堂各增设一处可燃气体探测器，年内完成更换。',
  });
  await duty('expertAdvice.decide', {
    id: advice.id,
    adoption: 'partly',
    reason: '巡检和探测器立即落实，管道更换列入明年计划',
  });
  await duty('expertAdvice.evaluate', { id: advice.id, score: 5, evaluation: '针对性强，可操作' });
  await call({
    subject: { register: 'plan', id: await first('plans.list', 'zhiban') },
    purpose: 'plan',
    priority: 'normal',
    question: '请审阅本预案的响应分级条件和关阀、疏散条款',
  });

  await seedResponse({
    duty,
    street: await as('bajiao'),
    community: await as('shequ'),
    communityId: people.get('shequ') ?? '',
    bureau: await as('yingji'),
    bureauUnitId: unit('dept-emergency'),
    now: platform.clock.now(),
    ask: async (who, name, input = {}) => (await see<{ items: never[] }>(name, input, who)).items,
  });
  await seedCalls(as, see, { now: platform.clock.now(), leaderId: people.get('daiban') ?? '' });

  async function expertsOf(): Promise<string[]> {
    const { items } = await see<{ items: { id: string; personId: string | null }[] }>('experts.list', { limit: 200 });
    return items.filter(({ personId }) => personId === people.get('zhuanjia')).map(({ id }) => id);
  }
}
