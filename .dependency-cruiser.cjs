// The path of a file tells what it may import: ARCHITECTURE.md, «Layers». Every rule is an error; every rule has a planted
// breach in tests/layers/fixtures that a test must see found, so that neither a rule nor the checker can rot unseen.
const PHASES = ['prevention', 'preparedness', 'monitoring', 'response', 'recovery', 'oversight'];
const phases = `(${PHASES.join('|')})`;

const PURE = '[.](register|lifecycle|permissions|rules|protocol|type)[.]ts$|/define[.]ts$';
const SERVER = '[.](commands|views|reactions|routes|channel|document)[.]ts$|/index[.]ts$';
const BROWSER = '[.]tsx$|/web[.]ts$|^src/foundation/design-system/|^src/apps/(console|field|portal)/';
const OPERATIONS = '[.](commands|views|reactions)[.]ts$';
/** Types alone: the tables as SQL knows them, and what every operation is given. Whoever declares something may name them. */
const CONTRACTS = '^src/foundation/(database/schema|api/context)[.]ts$';
/** Registers and field types are pure definitions that later capabilities are made of: they are doors themselves. */
const DOORS = ['^src/[^/]+/[^/]+/(define|index|web)[.]ts$', '[.](register|type)[.]ts$', CONTRACTS];

/** One machine in eight folders, cut by noun for reading: a command is api, its facts timeline, its rights identity. */
const ENGINE = '^src/foundation/(api|database|identity|lifecycle|live|personal-data|registers|timeline)/';

const BROWSER_PACKAGES = '(react|react-dom|react-i18next|i18next|antd|@ant-design|@tanstack|maplibre-gl)';
const DATABASE_PACKAGES = '(kysely|pg|@electric-sql)';
/** Packages that a pure file may use: they compute and touch nothing. */
const PURE_PACKAGES = 'node_modules/(zod|gcoord|proj4|geographiclib-geodesic|chinese-days)/';
/** Packages of the server's list that are made for the browser too. */
const SHARED_PACKAGES = 'node_modules/(zod|qrcode|gcoord|proj4|geographiclib-geodesic|@types)/';

const notTypes = { dependencyTypesNot: ['type-only'] };
const npm = { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer'] };

const rule = (name, why, from, to) => ({
  name,
  severity: 'error',
  comment: `${why} See ARCHITECTURE.md, «Layers».`,
  from,
  to,
});

module.exports = {
  forbidden: [
    ...PHASES.slice(0, -1).map((phase, index) =>
      rule(
        `${phase}-knows-no-later-phase`,
        'The order of imports is the order of the law: what must flow backwards travels as a fact or a contribution.',
        { path: `^src/${phase}/` },
        { path: `^src/(${PHASES.slice(index + 1).join('|')})/` },
      ),
    ),
    rule(
      'foundation-knows-no-phase',
      'Foundation holds mechanisms; the work is built on them.',
      { path: '^src/foundation/' },
      { path: `^src/${phases}/` },
    ),
    rule(
      'kernel-knows-nobody',
      'The kernel imports nothing of ours.',
      { path: '^src/kernel/' },
      { path: '^src/(?!kernel/)' },
    ),
    rule(
      'only-apps-compose',
      'apps/ and demo/ list what the capabilities offer; nobody below them may know them.',
      { path: `^src/(kernel|foundation|${PHASES.join('|')})/` },
      { path: '^src/(apps|demo)/' },
    ),
    rule(
      'other-capabilities-only-through-a-door',
      'Another capability is used through index.ts (server), web.ts (browser), define.ts, its *.register.ts or *.type.ts, never its inside.',
      { path: '^src/([^/]+)/([^/]+)/', pathNot: ['^src/(apps|demo)/', ENGINE] },
      { path: '^src/(?!kernel/|apps/|demo/)[^/]+/[^/]+/', pathNot: ['^src/$1/$2/', ...DOORS] },
    ),
    rule(
      'the-engine-reaches-mechanisms-through-a-door',
      'The folders of the engine know one another; every other mechanism they use through its door, as anybody does.',
      { path: ENGINE },
      { path: '^src/(?!kernel/|apps/|demo/)[^/]+/[^/]+/', pathNot: [ENGINE, ...DOORS] },
    ),
    rule(
      'apps-and-demo-only-through-a-door',
      'An app lists doors; the demo district does what a user could do.',
      { path: '^src/(apps|demo)/' },
      { path: '^src/(?!kernel/|apps/|demo/)[^/]+/[^/]+/', pathNot: DOORS },
    ),
    rule(
      'pure-files-import-only-pure-files',
      'Registers, lifecycles, rules and definitions only think: the engine loads what they look at.',
      { path: [PURE, '^src/kernel/'] },
      { path: '^src/', pathNot: [PURE, '^src/kernel/'], ...notTypes },
    ),
    rule(
      'contracts-are-types-alone',
      'A file that everybody may name runs nothing, so that naming it imports nothing.',
      {},
      { path: CONTRACTS, ...notTypes },
    ),
    rule(
      'pure-files-use-no-node',
      'A pure file runs in the browser as it runs on the server.',
      { path: [PURE, '^src/kernel/'] },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'pure-files-use-only-zod',
      'A pure file needs little more than zod; a package that only computes may be added to PURE_PACKAGES with a decision record.',
      { path: [PURE, '^src/kernel/'] },
      { ...npm, ...notTypes, pathNot: PURE_PACKAGES },
    ),
    rule(
      'browser-files-never-import-the-server',
      'A screen uses registers, web.ts doors and types; the server answers it over HTTP.',
      { path: BROWSER },
      { path: SERVER, ...notTypes },
    ),
    rule(
      'browser-files-use-no-node',
      'There is no Node in a browser.',
      { path: BROWSER },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'browser-files-use-no-server-package',
      'Packages under «dependencies» belong to the server; those of the browser are bundled and lie under «devDependencies».',
      { path: BROWSER },
      { dependencyTypes: ['npm'], dependencyTypesNot: ['type-only'], pathNot: SHARED_PACKAGES },
    ),
    rule(
      'server-files-never-import-the-browser',
      'Only browser files import screens, parts and the design system.',
      { path: '^src/', pathNot: BROWSER },
      { path: BROWSER },
    ),
    rule(
      'only-browser-files-use-react',
      'React and its family belong to *.screen.tsx, *.field.tsx, *.part.tsx, web.ts and the design system.',
      { path: '^src/', pathNot: BROWSER },
      { path: `node_modules/${BROWSER_PACKAGES}/` },
    ),
    rule(
      'server-files-use-no-development-package',
      'A production installation has no «devDependencies».',
      { path: '^src/', pathNot: [BROWSER, '^src/demo/'] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    ),
    rule(
      'only-operations-speak-sql',
      'Commands write and views read; nobody else outside foundation holds a query.',
      { path: '^src/', pathNot: ['^src/foundation/', '^src/apps/cli/migration[.]ts$', '[.](commands|views)[.]ts$'] },
      { path: `node_modules/${DATABASE_PACKAGES}/`, ...notTypes },
    ),
    rule(
      'operations-know-no-http',
      'The declaration of a command or view gives its route; the work itself never sees a request.',
      { path: OPERATIONS },
      { path: 'node_modules/(fastify|@fastify)/|^(node:)?https?$' },
    ),
    rule(
      'views-never-import-commands',
      'A view runs in a read-only transaction and changes nothing.',
      { path: '[.]views[.]ts$' },
      { path: '[.]commands[.]ts$' },
    ),
    rule(
      'documents-never-import-commands',
      'A paper is drawn from a view; drawing it changes nothing.',
      { path: '[.]document[.]ts$' },
      { path: '[.]commands[.]ts$' },
    ),
    rule(
      'reactions-call-only-their-own-commands',
      'A reaction says «when this fact or this time, do that command of ours»; it reaches into no other capability.',
      { path: '^src/([^/]+)/([^/]+)/.*[.]reactions[.]ts$' },
      { path: [`^src/${phases}/[^/]+/index[.]ts$`, '[.]commands[.]ts$'], pathNot: '^src/$1/$2/', ...notTypes },
    ),
    rule(
      'no-circles',
      'Capabilities form an order, in a phase too; so do files.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    {
      ...rule(
        'capabilities-form-no-circle',
        'Inside a phase, too, capabilities form an order: what is common to two lies in a third or travels as a fact.',
        { path: `^src/${phases}/` },
        { circular: true },
      ),
      scope: 'folder',
    },
    rule(
      'imports-resolve',
      'An import that leads nowhere hides every breach behind it.',
      {},
      { couldNotResolve: true },
    ),
    rule(
      'packages-are-declared',
      'A package that package.json does not name is there by luck.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
  ],
  options: {
    // Needs a package named `typescript` at 6.x: with TypeScript 7 alone no .ts file is read and a broken tree passes.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Tests may look at everything. Assets that the bundler reads (`./x.css`, `…?worker&url`) are no modules of ours.
    exclude: { path: '[.](test|fixture)[.]tsx?$|[.](css|svg|png|json|woff2)$|[?](worker|url|raw)' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
