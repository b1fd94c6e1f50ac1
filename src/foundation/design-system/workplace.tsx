import type { ReactNode } from 'react';
import {
  type ComponentType,
  createContext,
  type LazyExoticComponent,
  lazy,
  Suspense,
  useContext,
  useMemo,
} from 'react';
import type { PartContribution, WebContribution } from './contribution.ts';

/** What an app is made of and what its user may do: set once around all screens. */
export interface Workplace {
  readonly contributions: readonly WebContribution[];
  readonly permissions: readonly string[];
}

const WorkplaceContext = createContext<Workplace>({ contributions: [], permissions: [] });

export function WorkplaceProvider({ children, ...workplace }: Workplace & { children: ReactNode }) {
  const { contributions, permissions } = workplace;
  const value = useMemo(() => ({ contributions, permissions }), [contributions, permissions]);
  return <WorkplaceContext value={value}>{children}</WorkplaceContext>;
}

export const useWorkplace = () => useContext(WorkplaceContext);

/** May this person do it under any hat? Only what is offered depends on it: the server judges each request. */
export function useMay(): (permission: string | undefined) => boolean {
  const { permissions } = useWorkplace();
  return (permission) => permission === undefined || permissions.includes(permission);
}

/** What capabilities add at an extension point, in order, as far as this person may use it. */
export function useContributions(at: string): PartContribution[] {
  const { contributions } = useWorkplace();
  const may = useMay();
  return contributions
    .flatMap(({ parts }) => parts)
    .filter((part) => part.at === at && may(part.permission))
    .sort((one, other) => (one.order ?? 100) - (other.order ?? 100));
}

const loaded = new WeakMap<() => Promise<unknown>, LazyExoticComponent<ComponentType<object>>>();

/** The component behind a `load`, the same at every drawing: a new one would lose its state. */
export function lazyOf(load: () => Promise<{ default: unknown }>): ComponentType<object> {
  let component = loaded.get(load);
  if (!component) {
    component = lazy(() => fetched(load as () => Promise<{ default: ComponentType<object> }>));
    loaded.set(load, component);
  }
  return component;
}

/** Between two tries to fetch a screen that did not come. */
const AGAIN_MS = 2000;
const isServerThere = () =>
  fetch('/health/live', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * A screen is fetched when it is first opened. Without a connection it comes when there is one again; a server that is there and
 * does not have it (a newer version was installed) is an error, and the page says to reload.
 */
async function fetched<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  let wasThere = false;
  for (;;) {
    try {
      return await load();
    } catch (error) {
      const isThere = await isServerThere();
      if (isThere && wasThere) throw error;
      wasThere = isThere;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

/** Draws everything that is contributed `at` a point, each given `props`. */
export function Contributions<Props extends object>({ at, props }: { at: string; props?: Props }) {
  const parts = useContributions(at);
  return (
    <>
      {parts.map((part) => {
        const Part = lazyOf(part.load);
        return (
          <Suspense key={part.name} fallback={null}>
            <Part {...props} />
          </Suspense>
        );
      })}
    </>
  );
}
