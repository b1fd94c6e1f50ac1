import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { demoLogins } from '../../src/demo/start.ts';

const ROOT = join(import.meta.dirname, '../..');
/**
 * `MANUAL=1` renews the pictures of the manual; `SCREENS=1` leaves one of every screen in `test-results/screens`. Other runs take
 * none: it is a third of what a visit costs, and nobody looks.
 */
const PICTURES =
  process.env.MANUAL === '1' ? 'docs/manual' : process.env.SCREENS === '1' ? 'test-results/screens' : undefined;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Chromium finds no service of its maker here and needs none; the map draws without a graphics card. */
const FLAGS = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

export interface Guest {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors in the console and answers of the server above 499: a journey ends with none. */
  readonly faults: string[];
}

export interface Stage {
  /**
   * Signs in on the sign-in page, as people do, in a browser profile of their own; or goes on with the session of a `known`
   * guest, whose one-time code serves once.
   */
  enter(
    username: string,
    options?: { readonly at?: string; readonly isPhone?: boolean; readonly known?: Guest | undefined },
  ): Promise<Guest>;
  close(): Promise<void>;
}

/**
 * `hasMaps: false` is a desk whose browser draws no maps: pages list the points instead. Drawing them without a graphics card takes
 * most of the time of a journey with many people that is not about maps.
 */
export async function openStage(url: string, now: () => Date, { hasMaps = true } = {}): Promise<Stage> {
  const args = hasMaps ? FLAGS : [...FLAGS.filter((flag) => !flag.includes('swiftshader')), '--disable-3d-apis'];
  const browser: Browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
  return {
    async enter(username, { at = '/', isPhone = false, known } = {}) {
      const context = await browser.newContext({
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        colorScheme: 'light',
        reducedMotion: 'reduce',
        ...(known ? { storageState: await known.context.storageState() } : {}),
        ...(isPhone
          ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
          : { viewport: { width: 1440, height: 900 } }),
      });
      // A map without a graphics card, on a machine that has other things to do, takes half of it.
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(`${username}: ${error.message}`));
      page.on('console', (message) => {
        // Refusals (no session yet, locked) are the browser's own lines; those of the server's making are counted below.
        const isOfTheMap = !hasMaps && /webgl/i.test(message.text());
        if (message.type() === 'error' && !isOfTheMap && !message.text().startsWith('Failed to load resource'))
          faults.push(`${username}: ${message.text()}`);
      });
      page.on('response', (answer) => {
        if (answer.status() >= 500) faults.push(`${username}: ${answer.status()} ${answer.url()}`);
      });
      await page.goto(`${url}${at}`);
      if (!known) await signIn(page, username, now());
      await page.locator('main#main').waitFor();
      return { page, context, faults };
    },
    close: () => browser.close(),
  };
}

async function signIn(page: Page, username: string, at: Date): Promise<void> {
  const login = demoLogins(at).find((one) => one.username === username);
  await page.locator('[name=username]').fill(username);
  await page.locator('[name=password]').fill(login?.password ?? '');
  await page.getByRole('button', { name: '登录' }).click();
  if (!login?.code) return;
  await page.locator('[name=code]').fill(login.code);
  await page.getByRole('button', { name: '登录' }).click();
}

/** A picture of the screen as it stands. */
export async function picture(page: Page, name: string, options: { readonly isWhole?: boolean } = {}): Promise<void> {
  if ((await page.locator('.map-canvas').count()) > 0) await page.locator('.map-canvas[data-drawn]').first().waitFor();
  if (!PICTURES) return;
  mkdirSync(join(ROOT, PICTURES), { recursive: true });
  await page.screenshot({ path: join(ROOT, PICTURES, `${name}.png`), fullPage: options.isWhole ?? false });
}

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
}

/** What of axe-core's rules another theme may break: all others judge what a theme does not change. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What axe-core finds wrong on the screen, in words; an empty list is what a screen owes to people who hear it. */
export async function barriers(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (only) => {
    const { axe } = window as unknown as { axe: Axe };
    // What it found in order would be described node by node as well, for nobody.
    const options = { resultTypes: ['violations'], ...(only ? { runOnly: { type: 'rule', values: only } } : {}) };
    return (await axe.run(options)).violations;
  }, rules);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} — ${failureSummary.replaceAll('\n', ' ')}`),
  );
}
