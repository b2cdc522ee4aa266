// Stryker's test runner for the engine. It loads engine and tests once and then switches mutants on and off: a mutant
// costs what the tests take until one fails, a few milliseconds mostly. Vitest would load everything anew for each.
import { createServer, createServerModuleRunner } from 'vite';

/** What Stryker's instrumented code reads and writes. */
const switches = (globalThis.__stryker__ = globalThis.__stryker__ ?? {});

/**
 * The tests of the parser, which are all that its mutants have to survive. Nearly every test parses something, and a
 * mutant that the parser's own tests do not find would have to survive them all.
 */
const parserTests =
  /: (?:(?:control|found|invalid-utf8|literals|mutants|parse-errors|trim-comments)\.txt|items|lines|any text|what Go refuses|errors point at|a loose parse|valid templates|nodes |number and character|functions named)/;

/** Up to so many tests are run again in an engine loaded anew when they let a mutant survive. */
const fewTests = 50;

class EngineRunner {
  // The sandbox with the mutated code, whose worker this runs in.
  root = process.cwd();
  tests = null;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const collect = JSON.stringify(`${this.root}/tests/mutation/collect.ts`);
    this.server = await createServer({
      configFile: false,
      root: this.root,
      logLevel: 'error',
      appType: 'custom',
      server: { middlewareMode: true, ws: false, watch: null },
      plugins: [
        {
          name: 'collect',
          enforce: 'pre',
          transform: (code, id) => (id.endsWith('.test.ts') ? code.replace("from 'vitest'", `from ${collect}`) : null),
        },
      ],
    });
  }

  async dispose() {
    await this.server?.close();
  }

  /** Loads the engine and its tests anew, `mutant` being active on the way. */
  async load(mutant) {
    this.tests = null;
    switches.activeMutant = mutant;
    const modules = createServerModuleRunner(this.server.environments.ssr, { hmr: false });
    try {
      this.tests = (await modules.import(`${this.root}/tests/mutation/engine.ts`)).tests;
    } finally {
      switches.activeMutant = undefined;
    }
  }

  async dryRun() {
    await this.load(undefined);
    const tests = [];
    for (const test of this.tests) {
      switches.currentTestId = test.id;
      const started = performance.now();
      const failure = failureOf(test);
      const timeSpentMs = performance.now() - started;
      tests.push({
        id: test.id,
        name: test.id,
        timeSpentMs,
        ...(failure === null ? { status: 0 } : { status: 1, failureMessage: failure }),
      });
    }
    switches.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: switches.mutantCoverage };
  }

  async mutantRun(options) {
    const atLoad = options.mutantActivation === 'static';
    switches.hitLimit = options.hitLimit;
    switches.hitCount = 0;
    try {
      if (atLoad || this.tests === null) await this.load(atLoad ? options.activeMutant.id : undefined);
    } catch (e) {
      return killed(String(e), 'loading the tests', 0);
    }
    const result = this.runTests(options);
    if (atLoad) this.tests = null;
    // The engine keeps what it has worked out about types. A mutant may have worked it out wrong, or may never have
    // been asked because the engine knew; few tests reach it then.
    if (atLoad || !(result === null || (result.status === 'survived' && result.nrOfTests <= fewTests))) return result;
    await this.load(undefined);
    switches.hitCount = 0;
    return this.runTests(options) ?? { status: 'error', errorMessage: 'a test fails without the mutant' };
  }

  /** Runs the wanted tests up to the first that fails; null when that one fails without the mutant too. */
  runTests({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    const wanted = testFilter === undefined ? null : new Set(testFilter);
    const ofParser = activeMutant.fileName.includes('/parse/');
    let count = 0;
    for (const test of this.tests) {
      if (wanted?.has(test.id) === false || (ofParser && !parserTests.test(test.id))) continue;
      count++;
      switches.activeMutant = activeMutant.id;
      const failure = failureOf(test);
      switches.activeMutant = undefined;
      if (hitLimit !== undefined && switches.hitCount > hitLimit) return { status: 'timeout', reason: 'hit limit' };
      if (failure === null) continue;
      switches.hitCount = undefined;
      if (mutantActivation !== 'static' && failureOf(test) !== null) return null;
      return killed(failure, test.id, count);
    }
    return { status: 'survived', nrOfTests: count };
  }
}

function killed(failureMessage, by, nrOfTests) {
  return { status: 'killed', killedBy: [by], failureMessage, nrOfTests };
}

function failureOf({ check }) {
  try {
    check();
    return null;
  } catch (e) {
    return String(e);
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'engine', injectableClass: EngineRunner }];
