import { webContribution } from '../design-system/web.ts';

/** Clocks have no page of their own: they stand where their record stands. */
export const clocksWeb = webContribution({ name: 'clocks' });

/** `<CountdownList about={id} />` by `lazyOf(loadCountdownList)`: what is running or late, late first. */
export const loadCountdownList = () => import('./CountdownList.part.tsx');
