import {
  hashKey,
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useQueries,
  useQuery,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { concerns, createStore, type Link, retryDelay, startSharedStream, useStore } from '../live/web.ts';
import { addressOf } from './address.ts';
import type { View } from './define.ts';
import { ApiProblem, isPassing, request } from './requests.part.tsx';
import { noteSessionEnd } from './session.part.tsx';

/** What a screen knows of a view it imported with `import type`. */
export type InputOf<Op extends { readonly Input?: unknown }> = NonNullable<Op['Input']>;
export type OutputOf<Op extends { readonly Output?: unknown }> = NonNullable<Op['Output']>;

export interface ViewState<Output> {
  readonly data: Output | undefined;
  /** Refused or failed for good; what only passes (no connection) is `isOffline`. */
  readonly problem: ApiProblem | undefined;
  readonly isLoading: boolean;
  /** Being asked again while the last answer is shown. */
  readonly isRefreshing: boolean;
  /** The server is not reached; `data` is the last answer, as of `asOf`. */
  readonly isOffline: boolean;
  readonly asOf: Date | undefined;
  refresh(): void;
}

export interface ViewOptions {
  /** False: not asked yet. */
  readonly isEnabled?: boolean;
  /** While a changed question is under way the former answer stays: for filters. */
  readonly keepsPrevious?: boolean;
  /** Registers or records (`incident`, `incident/0193…`) whose facts make the answer stale, besides those the server names. */
  readonly topics?: readonly string[];
}

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A machine without Internet still reaches the server in its own house.
      networkMode: 'always',
      // The live stream says when an answer is stale; time alone does not.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      retry: (_failures, error) => isPassing(error),
      retryDelay: (attempt) => retryDelay(attempt, Math.random()),
    },
  },
});

export { queryClient };

const topicsOf = new Map<string, readonly string[]>();
/** What screens have named for a question, also after it was asked: a map learns from the answer which registers it shows. */
const namedFor = new Map<string, readonly string[]>();
/** Questions touched by a fact while their answer was under way: they may have been read too early and are asked again. */
const askAgain = new Set<string>();

async function ask(
  name: string,
  input: Readonly<Record<string, unknown>>,
  { hash, topics, signal }: { hash: string; topics: readonly string[]; signal: AbortSignal },
) {
  try {
    const answer = await askedOf(name, input, signal);
    const told = (answer.headers.get('fengsui-topics') ?? '').split(',').filter(Boolean);
    topicsOf.set(hash, [...told, ...topics, ...(namedFor.get(hash) ?? [])]);
    return await answer.json();
  } catch (error) {
    if (error instanceof ApiProblem && error.key === 'session.missing') noteSessionEnd();
    throw error;
  }
}

function askedOf(name: string, input: Readonly<Record<string, unknown>>, signal?: AbortSignal) {
  const { method, path, rest } = addressOf(name, 'view', input);
  return request(path, { method, ...(method === 'POST' ? { body: rest } : {}), ...(signal ? { signal } : {}) });
}

/**
 * The answer of a view, kept fresh: asked again when a fact touches it. `name` is the view's, its types come from the
 * declaration: `useView<typeof fileOf>('incidents.fileOf', { id })`.
 */
export function useView<V extends View>(
  name: V['name'],
  input: InputOf<V>,
  { isEnabled = true, keepsPrevious = false, topics = [] }: ViewOptions = {},
): ViewState<OutputOf<V>> {
  const query = useQuery(
    {
      ...question<V>(name, input, topics),
      enabled: isEnabled,
      ...(keepsPrevious ? { placeholderData: keepPreviousData } : {}),
    },
    queryClient,
  );
  const named = topics.join();
  const hash = hashOf(name, input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told apart by what they say
  useEffect(() => nameTopics(hash, [name, input], topics), [hash, named]);
  return stateOf<V>(query, isEnabled);
}

/** Topics that nobody listened to while the answer was made: what happened to them meanwhile is asked for. */
function nameTopics(hash: string, queryKey: readonly unknown[], topics: readonly string[]): void {
  namedFor.set(hash, [...new Set([...(namedFor.get(hash) ?? []), ...topics])]);
  const known = topicsOf.get(hash);
  if (!known || topics.every((topic) => known.includes(topic))) return;
  topicsOf.set(hash, [...known, ...topics]);
  void queryClient.invalidateQueries({ queryKey, exact: true });
}

/** One question several times over, such as the pages of a list that are in sight; each answer is kept fresh by itself. */
export function useViews<V extends View>(name: V['name'], inputs: readonly InputOf<V>[]): ViewState<OutputOf<V>>[] {
  const queries = useQueries({ queries: inputs.map((input) => question<V>(name, input, [])) }, queryClient);
  return queries.map((query) => stateOf<V>(query, true));
}

function question<V extends View>(name: V['name'], input: InputOf<V>, topics: readonly string[]) {
  return {
    queryKey: [name, input],
    queryFn: ({ signal }: { signal: AbortSignal }) => {
      const hash = hashOf(name, input);
      askAgain.delete(hash);
      return ask(name, input as Record<string, unknown>, { hash, topics, signal }) as Promise<OutputOf<V>>;
    },
  };
}

function stateOf<V extends View>(query: UseQueryResult<OutputOf<V>>, isEnabled: boolean): ViewState<OutputOf<V>> {
  const isOffline = isPassing(query.failureReason);
  return {
    data: query.data as OutputOf<V> | undefined,
    problem: query.error instanceof ApiProblem ? query.error : undefined,
    isLoading: query.isPending && isEnabled,
    isRefreshing: query.isFetching && query.data !== undefined,
    isOffline,
    asOf: query.dataUpdatedAt > 0 ? new Date(query.dataUpdatedAt) : undefined,
    refresh: () => void query.refetch(),
  };
}

/** The same question once, outside a screen. @throws ApiProblem */
export async function askView<V extends View>(name: V['name'], input: InputOf<V>, signal?: AbortSignal) {
  const answer = await askedOf(name, input as Record<string, unknown>, signal);
  return (await answer.json()) as OutputOf<V>;
}

const hashOf = (name: string, input: unknown) => hashKey([name, input]);

const link = createStore<Link>({ state: 'connecting', asOf: Date.now() });

/** Everything shown is asked again: after a break, or when the acting hat has changed. */
export function refreshAll(): void {
  void queryClient.invalidateQueries();
}

/** Starts listening for a signed-in person. Returns what ends it and forgets all answers. */
export function startLive(): () => void {
  const happened = gather((topics) => {
    for (const query of queryClient.getQueryCache().getAll()) {
      if (!concerns(topicsOf.get(query.queryHash) ?? [], topics)) continue;
      if (query.state.fetchStatus === 'fetching') askAgain.add(query.queryHash);
      else void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
    }
  });
  const started = startSharedStream({ happened, gap: refreshAll, refused: noteSessionEnd }, link);
  // Opened before the first screen asks, so that nothing falls between its answer and the stream.
  started.watch([]);
  let watched = '';
  const watch = () => {
    const shown = queryClient.getQueryCache().getAll();
    const topics = shown.filter((query) => query.getObserversCount() > 0);
    const all = [...new Set(topics.flatMap((query) => topicsOf.get(query.queryHash) ?? []))].sort();
    if (all.join() === watched) return;
    watched = all.join();
    started.watch(all);
  };
  const unsubscribe = queryClient.getQueryCache().subscribe((event) => {
    if (event.type === 'observerAdded' || event.type === 'observerRemoved') watch();
    if (event.type === 'updated' && event.query.state.fetchStatus === 'idle') {
      watch();
      if (askAgain.delete(event.query.queryHash)) {
        void queryClient.invalidateQueries({ queryKey: event.query.queryKey, exact: true });
      }
    }
  });
  return () => {
    unsubscribe();
    started.stop();
    queryClient.clear();
    topicsOf.clear();
    namedFor.clear();
  };
}

/** Facts come in bursts: one command may write five. They are answered together, once in 60 ms. */
function gather(act: (topics: readonly string[]) => void): (topics: readonly string[]) => void {
  let gathered: Set<string> | undefined;
  return (topics) => {
    if (!gathered) {
      gathered = new Set();
      setTimeout(() => {
        const all = [...(gathered ?? [])];
        gathered = undefined;
        act(all);
      }, 60);
    }
    for (const topic of topics) gathered.add(topic);
  };
}

/** How fresh what is shown is. */
export function useLink(): Link {
  return useStore(link);
}

export const isLive = () => link.get().state === 'live';
