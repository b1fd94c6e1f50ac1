import { StateBadge } from '../design-system/web.ts';
import { importLifecycle } from './import.lifecycle.ts';
import './exchange.css';

export type ImportState = 'received' | 'checking' | 'checked' | 'writing' | 'written' | 'abandoned';

const TONES = {
  received: 'waiting',
  checking: 'active',
  checked: 'waiting',
  writing: 'active',
  written: 'done',
  abandoned: 'ended',
} as const;

export function ImportBadge({ state }: { state: ImportState }) {
  return <StateBadge label={importLifecycle.states[state]} tone={TONES[state]} />;
}

export const number = (count: number | null | undefined) => (count ?? 0).toLocaleString('zh-CN');
