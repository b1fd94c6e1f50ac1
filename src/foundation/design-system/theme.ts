import { createStore, useStore } from '../live/web.ts';

export type Theme = 'light' | 'dark' | 'contrast';
export type Density = 'dense' | 'roomy';

const THEME_KEY = 'fengsui.theme';
const DENSITY_KEY = 'fengsui.density';

function firstTheme(): Theme {
  const kept = localStorage.getItem(THEME_KEY);
  if (kept === 'light' || kept === 'dark' || kept === 'contrast') return kept;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

const theme = createStore<Theme>(firstTheme());
const density = createStore<Density>(localStorage.getItem(DENSITY_KEY) === 'roomy' ? 'roomy' : 'dense');
const root = document.documentElement;
root.dataset.theme = theme.get();
root.dataset.density = density.get();

// Paper is white: whatever the room is lit by, what is printed is drawn by day and the screen comes back after it.
addEventListener('beforeprint', () => {
  root.dataset.theme = 'light';
});
addEventListener('afterprint', () => {
  root.dataset.theme = theme.get();
});

export const useTheme = () => useStore(theme);
export const useDensity = () => useStore(density);

/** `contrast` is for a phone in the sun. Kept on this machine. */
export function setTheme(next: Theme): void {
  localStorage.setItem(THEME_KEY, next);
  root.dataset.theme = next;
  theme.set(next);
}

/** Rows of 32 px (dense) or 40 px. Kept on this machine. */
export function setDensity(next: Density): void {
  localStorage.setItem(DENSITY_KEY, next);
  root.dataset.density = next;
  density.set(next);
}
