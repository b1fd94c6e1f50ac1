const BROWSERS: readonly [string, RegExp][] = [
  ['微信', /MicroMessenger\/(\d+)/],
  ['Edge', /Edg\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chromium', /(?:Chromium|Chrome)\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
];
const SYSTEMS: readonly [string, RegExp][] = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
];

/** `Chromium 142 · Windows`: which machine a session is on, as far as its browser says; the beginning of what is unknown. */
export function browserName(userAgent: string): string {
  const browser = BROWSERS.map(([name, sign]) => ({ name, found: sign.exec(userAgent) })).find(({ found }) => found);
  const system = SYSTEMS.find(([, sign]) => sign.test(userAgent))?.[0];
  if (!browser) return system ?? userAgent.slice(0, 40);
  return [`${browser.name} ${browser.found?.[1]}`, system].filter(Boolean).join(' · ');
}
