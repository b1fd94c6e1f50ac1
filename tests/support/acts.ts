import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { IncidentStory, StoryCall } from '../../src/demo/incident-calls.ts';
import { INCIDENT_GRADES, INCIDENT_KINDS } from '../../src/foundation/incident-kinds/define.ts';
import { assignmentLifecycle } from '../../src/foundation/orders/assignment.lifecycle.ts';
import { labelOf } from '../../src/foundation/registers/types/choice.type.ts';

/**
 * What people do with an incident on their screens, each act as one of them does it: pressed, filled in and waited for until
 * the screen says so. Journeys put them together.
 */
const { states: STATES } = assignmentLifecycle;

/** Types into a field that proposes, and takes the first that is proposed. */
async function choose(page: Page, name: string, words: string): Promise<void> {
  await page.locator(`input[name="${name}"]`).fill(words);
  await page.getByRole('option', { name: words }).first().click();
}

/** Presses the button that ends the open dialog and waits until it is gone. */
async function confirm(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** 接报: the call is typed as it came and filed; its number. `joins` presses 「就是它」 beside the report of that number. */
export async function takeCall(
  desk: Page,
  call: StoryCall,
  joins?: { to: string; hasIncident: boolean },
): Promise<string> {
  const text = desk.locator('.intake-sheet [name=text]');
  // A page that has just been opened listens to keys a moment later.
  const form = async () => {
    if (!(await text.isVisible())) await desk.keyboard.press('n');
    return text.isVisible();
  };
  await expect.poll(form, { interval: 400, timeout: 20_000 }).toBe(true);
  await text.fill(call.text);
  await desk.locator('[name=sourceChannel]').selectOption(call.sourceChannel);
  await choose(desk, 'kind', labelOf(INCIDENT_KINDS, call.kind).zh);
  await desk.locator('[name=placeText]').fill(call.placeText);
  await desk.locator('[name=place]').fill(`${call.place.lng}, ${call.place.lat}`);
  if (call.damage) await desk.locator('[name=damage]').fill(call.damage);
  if (call.callerPhone) await desk.locator('[name=callerPhone]').fill(call.callerPhone);
  const same = desk
    .locator('.similar li', { hasText: joins?.to ?? '' })
    .getByRole('button', { name: '就是它，存并并入' });
  await (joins ? same.first() : desk.getByRole('button', { name: '存', exact: true })).click();
  await desk.waitForURL(/\/intake\/[0-9a-f-]{36}/);
  if (joins) await desk.getByRole('dialog').getByRole('button', { name: '并入', exact: true }).click();
  if (joins?.hasIncident) await desk.waitForURL(/\/incidents\//);
  else if (joins) await desk.locator('.record-number', { hasText: joins.to }).waitFor();
  return (await desk.locator('.record-number').first().textContent()) ?? '';
}

/** On the page of one report: this one and that one, side by side, are of the same matter. */
export async function joinReport(desk: Page, into: string): Promise<void> {
  await desk.getByRole('button', { name: `比较并并入 ${into}` }).click();
  await confirm(desk, '并入');
  await desk.locator('.record-number', { hasText: into }).waitFor();
}

/** 立案, with the grade as somebody confirms it; the incident's number. */
export async function openIncident(desk: Page, story: IncidentStory): Promise<string> {
  await desk.getByRole('button', { name: '立案' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.locator('[name=title]').fill(story.title);
  await dialog.getByRole('radio', { name: labelOf(INCIDENT_GRADES, story.grade).zh, exact: true }).check();
  await dialog.locator('[name=gradeReason]').fill(story.gradeReason);
  await dialog.getByRole('button', { name: '立案' }).click();
  await desk.getByRole('heading', { name: story.title, level: 1 }).waitFor();
  return (await desk.locator('.record-number').first().textContent()) ?? '';
}

/** 启动预案 as proposed, all of it. */
export async function activate(commander: Page): Promise<void> {
  await commander.getByRole('link', { name: '启动预案' }).click();
  await commander.getByRole('button', { name: /^启动响应，下达 \d+ 条指令/ }).click();
  await commander.getByRole('link', { name: '调整级别' }).waitFor();
}

/** One level up, with the reason; what it adds goes out with it. */
export async function raise(commander: Page, level: string, reason: string): Promise<void> {
  await commander.getByRole('link', { name: '调整级别' }).click();
  await commander.locator('[name=reason]').fill(reason);
  await commander.getByRole('button', { name: new RegExp(`^提升到${level}，下达 \\d+ 条指令`) }).click();
  await commander.locator('.record-badges').getByText(level).waitFor();
}

/** A single order by hand to one unit; `relays` says whose will it is, where it comes from above. */
export async function issueOrder(
  desk: Page,
  unit: string,
  [title, content]: readonly [string, string],
  relays?: { superior: string; reference: string },
): Promise<void> {
  await desk.locator('#orders').getByRole('button', { name: '下达指令' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.locator('[name=title]').fill(title);
  await dialog.locator('[name=content]').fill(content);
  await choose(desk, 'assignees.0.unitId', unit);
  if (relays) {
    await dialog.getByRole('checkbox', { name: '转办上级指令' }).check();
    await dialog.locator('[name=basisPlan]').fill(relays.superior);
    await dialog.locator('[name=basisClause]').fill(relays.reference);
  }
  await confirm(desk, '下达');
}

/** At a desk or on the phone: receive the order, report in words and with a picture where one is asked for, finish. */
export async function carryOut(page: Page, order: string, words: string, hasPicture = false): Promise<void> {
  await page.getByRole('link', { name: order }).first().click();
  await page.getByRole('button', { name: '签收' }).click();
  await page.getByRole('button', { name: '反馈' }).click();
  const dialog = page.getByRole('dialog');
  if (hasPicture) {
    const chosen = { name: '现场.png', mimeType: 'image/png', buffer: await page.screenshot() };
    await page.locator('input[type=file][accept="image/*"]').setInputFiles(chosen);
    await page.getByRole('img', { name: '照片 1' }).waitFor();
  }
  await dialog.getByRole('textbox').fill(words);
  await confirm(page, '发送反馈');
  await page.getByText(words).first().waitFor();
  await page.getByRole('button', { name: '办结' }).click();
  await dialog.getByRole('textbox').fill(words);
  await confirm(page, '办结');
  await page.getByText(STATES.done.zh, { exact: true }).first().waitFor();
  await page.goBack();
}

/** An expert of the pool is asked, and answers with advice on the phone. */
export async function askExpert(desk: Page, name: string, question: string): Promise<void> {
  await desk.locator('#experts').getByRole('button', { name: '邀请专家' }).click();
  const dialog = desk.getByRole('dialog');
  await choose(desk, 'experts', name);
  await dialog.locator('[name=question]').fill(question);
  await dialog.getByRole('radio', { name: '系统' }).check();
  await confirm(desk, '邀请');
}

export async function advise(expert: Page, advice: string): Promise<void> {
  await expert.getByRole('button', { name: '答复' }).click();
  await confirm(expert, '答复');
  await expert.getByRole('button', { name: '提出意见' }).click();
  await expert.getByRole('dialog').locator('[name=advice]').fill(advice);
  await confirm(expert, '提交意见');
  await expert.getByText(advice).waitFor();
}

/** 移交指挥权 to the city: both sides named, with what goes along. */
export async function handOverToCity(commander: Page, to: { body: string; name: string }, matters: string) {
  await commander.locator('#command').getByRole('button', { name: '移交指挥权' }).click();
  const dialog = commander.getByRole('dialog');
  await dialog.getByRole('radio', { name: /市/ }).check();
  await dialog.locator('[name=fromName]').fill('罗怀川');
  await dialog.locator('[name=toBody]').fill(to.body);
  await dialog.locator('[name=toName]').fill(to.name);
  await dialog.locator('[name=matters]').fill(matters);
  await confirm(commander, '移交');
  await commander.getByText(`现由 ${to.body} ${to.name} 指挥`).waitFor();
}

/** 专报: whoever is next on the matrix is rung up, the paper is drafted from the record, signed off by `issuer`; its number. */
export async function reportUp(desk: Page, issuer: string): Promise<void> {
  await desk.getByRole('button', { name: '登记已报 市应急指挥中心' }).click();
  await desk.getByRole('dialog').getByRole('textbox', { name: '接收人' }).fill('市值班员');
  await confirm(desk, '登记已报');
  await desk.getByRole('button', { name: '起草报告' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '起草', exact: true }).click();
  await desk.getByRole('button', { name: '签发报送' }).click();
  await desk.getByRole('dialog').getByRole('combobox').fill(issuer);
  await desk.getByRole('option', { name: issuer }).click();
  await confirm(desk, '签发报送');
  await desk.getByRole('link', { name: /^下载 DOCX/ }).waitFor();
}

/** 终止响应 with every condition of the plan answered. */
export async function terminate(commander: Page, reason: string): Promise<void> {
  await commander.getByRole('button', { name: '终止响应' }).click();
  const dialog = commander.getByRole('dialog');
  for (const condition of await dialog.getByRole('checkbox').all()) await condition.check();
  await dialog.locator('[name=reason]').fill(reason);
  await confirm(commander, '终止响应');
  await commander.getByRole('link', { name: '启动预案' }).waitFor();
}

/** 事态已控制, then 办结 with what it came to; what is left by choice gets its word. */
export async function closeIncident(desk: Page, summary: string): Promise<void> {
  await desk.getByRole('button', { name: '事态已控制' }).click();
  await confirm(desk, '事态已控制');
  // The state, not the button of that name: closing says which version of the incident it closes.
  await desk.getByText('已控制', { exact: true }).first().waitFor();
  await desk.getByRole('button', { name: '办结', exact: true }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.locator('.closing-checks').waitFor();
  await dialog.locator('[name=summary]').fill(summary);
  const left = dialog.locator('[name=leftReason]');
  if (await left.isVisible()) await left.fill('已口头报告，随终报补齐');
  await confirm(desk, '办结');
  await desk.locator('dd', { hasText: summary }).waitFor();
}
