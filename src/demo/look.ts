import { type Platform, runView, systemViewer } from '../foundation/api/index.ts';

/** What a view says, to the system or to somebody; the demo knows the others by their names alone. */
export async function look<Output>(
  platform: Platform,
  name: string,
  input: object = {},
  viewer = systemViewer,
): Promise<Output> {
  const view = platform.catalogue.views.get(name);
  if (!view) throw new Error(`the demo district needs ${name}`);
  return (await runView(platform, view, view.input.parse(input), viewer)) as Output;
}
