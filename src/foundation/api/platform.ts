import type { RawBuilder } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import type { Point } from '../../kernel/geometry.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { Book } from '../books/define.ts';
import type { FallbackSection } from '../continuity/define.ts';
import type { Database, Transaction } from '../database/index.ts';
import type { DossierSection } from '../dossiers/define.ts';
import type { AnySheet } from '../exchange/define.ts';
import { faultsOfRoadGraphs, type RoadGraphDefinition } from '../geo/define.ts';
import { ANYBODY, type Permission, SIGNED_IN } from '../identity/define.ts';
import type { IndicatorDefinition } from '../indicators/define.ts';
import type { AnyJob } from '../jobs/define.ts';
import { faultsOf, type LifecycleDefinition, type StepCheck } from '../lifecycle/define.ts';
import { type AnyAddresseeKind, faultsOfTemplate, type MessageTemplate } from '../messaging/define.ts';
import type { NeedSource } from '../needs/define.ts';
import type { AnyDocumentKind } from '../official-documents/define.ts';
import { faultsOfProcessing } from '../personal-data/define.ts';
import type { InstallationKeys } from '../personal-data/keys.ts';
import type { RegisterDefinition, RegisterFaces } from '../registers/define.ts';
import { faultsOfRuleSet, type RuleReader, type RuleSetDefinition, type TryOut } from '../rule-sets/define.ts';
import { FORMER_TEXTS, faultsOfSearch, type SearchDefinition, searchOfFaces } from '../search/define.ts';
import type { Reaction } from '../timeline/define.ts';
import type { AnyCommand, AnyView, Capability } from './define.ts';

/** Everything declared, by name, checked once at start. */
export interface Catalogue {
  readonly capabilities: readonly Capability[];
  readonly registers: ReadonlyMap<string, RegisterDefinition>;
  readonly faces: ReadonlyMap<string, RegisterFaces>;
  readonly sheets: ReadonlyMap<string, AnySheet>;
  readonly lifecycles: ReadonlyMap<string, LifecycleDefinition>;
  readonly permissions: ReadonlyMap<string, Permission>;
  readonly commands: ReadonlyMap<string, AnyCommand>;
  readonly views: ReadonlyMap<string, AnyView>;
  readonly reactions: readonly Reaction[];
  readonly jobs: ReadonlyMap<string, AnyJob>;
  readonly ruleSets: ReadonlyMap<string, RuleSetDefinition>;
  /** By the name of their rule set. */
  readonly tryOuts: ReadonlyMap<string, TryOut>;
  readonly addressees: ReadonlyMap<string, AnyAddresseeKind>;
  readonly messageTemplates: ReadonlyMap<string, MessageTemplate>;
  /** By their code. */
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>;
  /** By the name of their register. */
  readonly searches: ReadonlyMap<string, SearchDefinition>;
  readonly documentKinds: ReadonlyMap<string, AnyDocumentKind>;
  /** Sections of the fallback pack in their order. */
  readonly fallbackSections: readonly FallbackSection[];
  /** Each in its order. */
  readonly books: readonly Book[];
  readonly needs: readonly NeedSource[];
  readonly stepChecks: readonly StepCheck[];
  readonly dossierSections: readonly DossierSection[];
  /** The registers that ways are found on. */
  readonly roadGraph: RoadGraphDefinition | undefined;
  /** How a fact reads on a timeline. */
  readonly factLabels: ReadonlyMap<string, Phrase>;
  /** By the kind of a fact: what of it leads a search to its record. */
  readonly factWords: ReadonlyMap<string, readonly string[]>;
}

/** What a running server is made of; handed to mechanisms, never to capabilities. */
export interface Platform {
  readonly catalogue: Catalogue;
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: InstallationKeys;
  readonly installation: { readonly id: string; readonly name: string; readonly isDemo: boolean };
  /** The figures of a rule in force at an instant. */
  readonly rules: RuleReader;
  /** Folder for what does not live in the database: keys, timeline checkpoints, files. */
  readonly home: string;
  readonly log: (level: 'info' | 'warn' | 'error', event: string, details?: Record<string, unknown>) => void;
  /** Area code of a point: deepest known, `000000` outside the district. */
  readonly areaOf: (tx: Transaction, point: Point) => Promise<string>;
  /** The same for many points in one query. */
  readonly areasOf: (tx: Transaction, points: readonly Point[]) => Promise<string[]>;
  /** Ids of records of a register that sound as typed, as a parenthesised relation; undefined where letters do not read so. */
  readonly heard: (register: string, typed: string) => RawBuilder<unknown> | undefined;
  /** Called after every commit that wrote facts: wakes the sealer. */
  readonly committed: () => void;
}

/**
 * Puts the declarations together and refuses to start on any fault: the message names capability and thing, so that
 * the mistake is found before a citizen finds it.
 */
export function catalogueOf(capabilities: readonly Capability[]): Catalogue {
  const faults: string[] = [];
  const collect = <Item>(
    kind: string,
    items: (capability: Capability) => readonly Item[],
    name: (item: Item) => string,
  ) => {
    const all = new Map<string, Item>();
    for (const capability of capabilities) {
      for (const item of items(capability)) {
        if (all.has(name(item))) faults.push(`${capability.name}: ${kind} ${name(item)} is declared twice`);
        all.set(name(item), item);
      }
    }
    return all;
  };
  const registers = collect(
    'register',
    (one) => one.registers,
    (one) => one.name,
  );
  const faces = collect(
    'faces',
    (one) => one.faces,
    (one) => one.register.name,
  );
  const sheets = collect(
    'sheet',
    (one) => one.sheets,
    (one) => one.name,
  );
  const lifecycles = collect(
    'lifecycle',
    (one) => one.lifecycles,
    (one) => one.register.name,
  );
  const permissions = collect(
    'permission',
    (one) => one.permissions,
    (one) => one.name,
  );
  const commands = collect(
    'command',
    (one) => one.commands,
    (one) => one.name,
  );
  const views = collect(
    'view',
    (one) => one.views,
    (one) => one.name,
  );
  const reactions = collect(
    'reaction',
    (one) => one.reactions,
    (one) => one.name,
  );
  const jobs = collect(
    'job',
    (one) => one.jobs,
    (one) => one.name,
  );
  const ruleSets = collect(
    'rule set',
    (one) => [...one.ruleSets, ...one.indicators.map(({ rules }) => rules)],
    (one) => one.name,
  );
  const tryOuts = collect(
    'try-out',
    (one) => one.tryOuts,
    (one) => one.kind,
  );
  const addressees = collect(
    'addressee kind',
    (one) => one.addressees,
    (one) => one.name,
  );
  const messageTemplates = collect(
    'message template',
    (one) => one.messageTemplates,
    (one) => one.name,
  );
  const indicators = collect(
    'indicator',
    (one) => one.indicators,
    (one) => one.code,
  );
  const documentKinds = collect(
    'document kind',
    (one) => one.documentKinds,
    (one) => one.name,
  );
  const searches = collect(
    'search',
    (one) => [...one.searches, ...one.faces.map(searchOfFaces)],
    (one) => one.register.name,
  );

  const fallbackSections = collect(
    'fallback section',
    (one) => one.fallbackSections,
    (one) => one.name,
  );

  const books = collect(
    'book',
    (one) => one.books,
    (one) => one.register.name,
  );
  const needs = collect(
    'source of needs',
    (one) => one.needs,
    (one) => one.name,
  );
  const stepChecks = collect(
    'check',
    (one) => one.stepChecks,
    (one) => one.name,
  );
  const dossierSections = collect(
    'section of a file',
    (one) => one.dossierSections,
    (one) => one.name,
  );

  const isDeclared = (permission: Permission | undefined) =>
    permission !== undefined &&
    (permission === ANYBODY || permission === SIGNED_IN || permissions.get(permission.name) === permission);
  for (const operation of [...commands.values(), ...views.values()]) {
    if (!isDeclared(operation.may)) faults.push(`${operation.name}: has no declared permission`);
    if (!/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(operation.name)) faults.push(`${operation.name}: not «plural.verb»`);
    labelled(operation.name, operation.label, faults);
  }
  for (const permission of permissions.values()) labelled(permission.name, permission.label, faults);
  for (const register of registers.values()) {
    labelled(register.name, register.label, faults);
    faults.push(...faultsOfProcessing(register));
    for (const [name, field] of Object.entries(register.fields))
      labelled(`${register.name}.${name}`, field.label, faults);
  }
  for (const lifecycle of lifecycles.values()) {
    faults.push(...faultsOf(lifecycle));
    for (const [name, transition] of Object.entries(lifecycle.transitions)) {
      if (!isDeclared(transition.may)) faults.push(`${lifecycle.register.name}.${name}: has no declared permission`);
      labelled(`${lifecycle.register.name}.${name}`, transition.label, faults);
    }
  }
  for (const sheet of sheets.values()) {
    labelled(sheet.name, sheet.label, faults);
    if (!isDeclared(sheet.keep)) faults.push(`${sheet.name}: has no declared permission`);
    if (!registers.has(sheet.about)) faults.push(`${sheet.name}: there is no register ${sheet.about}`);
    if (registers.has(sheet.name)) faults.push(`${sheet.name}: is the name of a register, too`);
  }
  for (const job of jobs.values()) labelled(job.name, job.label, faults);
  for (const kind of ruleSets.values()) faults.push(...faultsOfRuleSet(kind));
  for (const kind of addressees.values()) labelled(`addressee ${kind.name}`, kind.label, faults);
  for (const template of messageTemplates.values()) {
    labelled(`message template ${template.name}`, template.label, faults);
    faults.push(...faultsOfTemplate(template));
  }
  for (const name of tryOuts.keys()) if (!ruleSets.has(name)) faults.push(`try-out of unknown rule set ${name}`);
  for (const { code, label } of indicators.values()) labelled(code, label, faults);
  for (const kind of documentKinds.values()) {
    labelled(`document kind ${kind.name}`, kind.label, faults);
    for (const may of [kind.draft, kind.sign])
      if (!isDeclared(may)) faults.push(`document kind ${kind.name}: ${may.name} is no declared permission`);
  }
  for (const { name, may } of needs.values())
    if (!isDeclared(may)) faults.push(`needs ${name}: no declared permission`);
  for (const { register, may } of books.values()) {
    if (!isDeclared(may)) faults.push(`book of ${register.name}: no declared permission`);
  }
  for (const { name, before, label } of stepChecks.values()) {
    labelled(`check ${name}`, label, faults);
    if (!lifecycles.get(before.register)?.transitions[before.transition])
      faults.push(`check ${name}: there is no step ${before.register}.${before.transition}`);
  }
  for (const search of searches.values()) faults.push(...faultsOfSearch(search, permissions));
  const recorded = new Set([...commands.values()].flatMap((one) => [...one.records]));
  const declaredFacts = new Set(capabilities.flatMap((one) => Object.keys(one.facts)));
  for (const reaction of reactions.values()) {
    for (const kind of reaction.to) {
      if (!recorded.has(kind) && !declaredFacts.has(kind)) faults.push(`${reaction.name}: nobody records ${kind}`);
    }
  }
  const roadGraphs = capabilities.flatMap((one) => one.roadGraphs);
  faults.push(...faultsOfRoadGraphs(roadGraphs));
  const factWords = factWordsOf(capabilities, recorded);
  for (const kind of factWords.keys()) {
    if (!recorded.has(kind) && !declaredFacts.has(kind)) faults.push(`words of a fact: nobody records ${kind}`);
    if (!searches.has(kind.split('.')[0] ?? '')) faults.push(`words of ${kind}: its register is not searched`);
  }
  if (faults.length > 0) throw new Error(`The platform does not start:\n- ${faults.join('\n- ')}`);
  return {
    capabilities,
    registers,
    faces,
    sheets,
    lifecycles,
    permissions,
    commands,
    views,
    reactions: [...reactions.values()],
    jobs,
    ruleSets,
    tryOuts,
    addressees,
    messageTemplates,
    indicators,
    searches,
    documentKinds,
    fallbackSections: [...fallbackSections.values()].sort((one, other) => one.order - other.order),
    books: inOrder(books),
    needs: inOrder(needs),
    stepChecks: inOrder(stepChecks),
    dossierSections: inOrder(dossierSections),
    roadGraph: roadGraphs[0],
    factLabels: factLabels(capabilities),
    factWords,
  };
}

const inOrder = <Item extends { readonly order: number }>(items: ReadonlyMap<string, Item>): Item[] =>
  [...items.values()].sort((one, other) => one.order - other.order);

/**
 * A fact is called as its capability says, else like the command that records it: the one of its own register first, because
 * others record it on the way (an order issued is no order about a register that somebody else issues).
 */
function factLabels(capabilities: readonly Capability[]): Map<string, Phrase> {
  const labels = new Map<string, Phrase>();
  const plurals = new Map(capabilities.flatMap(({ registers }) => registers.map(({ name, plural }) => [name, plural])));
  const recording = capabilities.flatMap(({ commands }) =>
    commands.flatMap((command) => command.records.map((kind) => ({ kind, command }))),
  );
  const isOwn = ({ kind, command }: (typeof recording)[number]) =>
    command.name.split('.')[0] === plurals.get(kind.split('.')[0] ?? '');
  for (const { kind, command } of [...recording.filter(isOwn), ...recording])
    if (!labels.has(kind)) labels.set(kind, command.label);
  for (const { facts } of capabilities) for (const [kind, label] of Object.entries(facts)) labels.set(kind, label);
  return labels;
}

const WORDS_OF_FACES = { corrected: ['reason', FORMER_TEXTS], withdrawn: ['reason'], restored: ['reason'] };

/** A register with faces says why it was corrected, withdrawn or restored, and what its texts said before. */
function factWordsOf(
  capabilities: readonly Capability[],
  recorded: ReadonlySet<string>,
): Map<string, readonly string[]> {
  const words = new Map<string, readonly string[]>();
  for (const { faces, factWords } of capabilities) {
    for (const { register } of faces) {
      for (const [step, names] of Object.entries(WORDS_OF_FACES)) {
        const kind = `${register.name}.${step}`;
        if (recorded.has(kind)) words.set(kind, names);
      }
    }
    for (const [kind, names] of Object.entries(factWords)) words.set(kind, names);
  }
  return words;
}

function labelled(name: string, label: { zh: string; en: string } | undefined, faults: string[]): void {
  if (!label?.zh || !label.en) faults.push(`${name}: label without zh or en`);
}
