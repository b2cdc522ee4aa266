import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Drafts } from '../../src/app/drafts.svelte';
import { readStored, storage, storedKeys, writeStored } from '../../src/app/persisted.svelte';
import { type Project, projectLimits } from '../../src/share';
import { FakeBrowser, FakeTab, blockStorage } from './browser';

/** A project told from others by one word. */
function work(word: string): Project {
  return {
    kind: 'alert',
    version: '1.18',
    preset: 'json',
    templates: { incident: `${word} {{ .Status }}`, deployment: '', alert: '' },
    payloads: { incident: '{}', deployment: '{', alert: '' },
    customFields: [['team', word]],
  };
}

/** The words of the projects in a history, newest first. */
function words(drafts: Drafts): readonly string[] {
  return drafts.history.map(({ project }) => project.customFields[0]![1]);
}

/** Opens the page in a tab. */
async function open(tab: FakeTab): Promise<Drafts> {
  tab.show();
  return Drafts.open();
}

let browser: FakeBrowser;
let tab: FakeTab;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
  browser = new FakeBrowser();
  tab = new FakeTab(browser);
  storage.forgive('');
});

describe('which draft a tab gets', () => {
  test('none on a first visit', async () => {
    const drafts = await open(tab);
    expect(drafts.restored).toBeNull();
    expect(drafts.history).toEqual([]);
  });

  test('its own after a reload, with the link it equals', async () => {
    const before = await open(tab);
    expect(before.save(work('mine'), '#v1.link')).toBe(true);
    const drafts = await open(tab.reload());
    expect(drafts.restored).toMatchObject({ at: 1_000_000, project: work('mine'), hash: '#v1.link' });
    expect(drafts.history).toEqual([]);
  });

  test('its own also when another was saved later', async () => {
    (await open(tab)).save(work('mine'), '');
    vi.setSystemTime(2_000_000);
    const other = new FakeTab(browser);
    (await open(other)).save(work('other'), '');
    other.close();
    expect((await open(tab.reload())).restored?.project).toEqual(work('mine'));
  });

  test('its own when a reload is faster than the page before it', async () => {
    (await open(tab)).save(work('mine'), '');
    const opening = open(tab.successor());
    await Promise.resolve();
    tab.close();
    expect((await opening).restored?.project).toEqual(work('mine'));
  });

  test('each its own when several come back at once, in any order', async () => {
    const other = new FakeTab(browser);
    (await open(tab)).save(work('mine'), '');
    (await open(other)).save(work('other'), '');
    tab.close();
    other.close();
    expect((await open(other.reload())).restored?.project).toEqual(work('other'));
    expect((await open(tab.reload())).restored?.project).toEqual(work('mine'));
  });

  test('its own also when new tabs were opened before it came back', async () => {
    const other = new FakeTab(browser);
    (await open(tab)).save(work('mine'), '');
    vi.setSystemTime(2_000_000);
    (await open(other)).save(work('other'), '');
    tab.close();
    other.close();
    const fresh = await open(new FakeTab(browser));
    expect(fresh.restored?.project).toEqual(work('other'));
    expect(fresh.history).toMatchObject([{ at: 1_000_000, reason: 'A tab you closed', project: work('mine') }]);
    const back = await open(tab.reload());
    expect(back.restored?.project).toEqual(work('mine'));
    expect(words(back)).toEqual(['mine']);
  });

  test('not one that is in the history already, which has it once', async () => {
    (await open(tab)).save(work('closed first'), '');
    vi.setSystemTime(2_000_000);
    const last = new FakeTab(browser);
    (await open(last)).save(work('closed last'), '');
    tab.close();
    last.close();
    await open(new FakeTab(browser));
    const next = await open(new FakeTab(browser));
    expect(next.restored).toBeNull();
    next.snapshot('later', work('later'));
    expect(words(await open(new FakeTab(browser)))).toEqual(['later', 'closed first']);
  });

  /** Leaves the draft `gone` in the history; returns a tab that is open and its drafts. */
  async function leaveOne(): Promise<Drafts> {
    const last = new FakeTab(browser);
    (await open(tab)).save(work('gone'), '');
    vi.setSystemTime(2_000_000);
    (await open(last)).save(work('last'), '');
    tab.close();
    last.close();
    const drafts = await open(new FakeTab(browser));
    expect(words(drafts)).toEqual(['gone']);
    return drafts;
  }

  /** Whether a draft, not the history, has the word. */
  function drafted(word: string): boolean {
    const keys = Object.keys(browser.localStorage).filter((key) => key.includes('.draft.'));
    return keys.some((key) => browser.localStorage.getItem(key)?.includes(word));
  }

  test('none that was forgotten with the history', async () => {
    const drafts = await leaveOne();
    expect(drafted('gone')).toBe(true);
    drafts.clearHistory();
    expect(drafted('gone')).toBe(false);
    expect(drafted('last')).toBe(true);
  });

  test('its own for a month while it is away, then only the history has it', async () => {
    await leaveOne();
    vi.setSystemTime(1_000_000 + 29 * 24 * 60 * 60 * 1000);
    await open(new FakeTab(browser));
    expect(drafted('gone')).toBe(true);
    vi.setSystemTime(1_000_000 + 31 * 24 * 60 * 60 * 1000);
    const drafts = await open(new FakeTab(browser));
    expect(drafted('gone')).toBe(false);
    expect(words(drafts)).toEqual(['gone']);
  });

  test('a copy of its own when it is a duplicate of an open tab', async () => {
    const original = await open(tab);
    original.save(work('first'), '#v1.link');
    const duplicate = tab.duplicate();
    const copy = await open(duplicate);
    expect(copy.restored).toMatchObject({ project: work('first'), hash: '#v1.link' });
    copy.save(work('second'), '');
    expect((await open(tab.reload())).restored?.project).toEqual(work('first'));
    expect((await open(duplicate.reload())).restored?.project).toEqual(work('second'));
  });

  test('that of the tab closed last; older ones go to the history', async () => {
    const tabs = [new FakeTab(browser), new FakeTab(browser), new FakeTab(browser)];
    for (const [i, each] of tabs.entries()) {
      vi.setSystemTime(1_000_000 + i);
      (await open(each)).save(work(`tab ${String(i)}`), '');
    }
    for (const each of tabs) each.close();
    const drafts = await open(tab);
    expect(drafts.restored?.project).toEqual(work('tab 2'));
    expect([...words(drafts)].sort()).toEqual(['tab 0', 'tab 1']);
    const next = await open(new FakeTab(browser));
    expect(next.restored).toBeNull();
    expect([...words(next)].sort()).toEqual(['tab 0', 'tab 1']);
  });

  test('its own where the browser has no locks', async () => {
    tab.show();
    vi.stubGlobal('navigator', {});
    (await Drafts.open()).save(work('mine'), '');
    expect((await Drafts.open()).restored?.project).toEqual(work('mine'));
  });

  test('none where the browser stores nothing', async () => {
    blockStorage();
    const drafts = await Drafts.open();
    expect(drafts.restored).toBeNull();
    drafts.snapshot('before', work('mine'));
    expect(words(drafts)).toEqual(['mine']);
    expect(drafts.save(work('mine'), '')).toBe(false);
    expect(storage.failing).toBe(true);
  });

  const garbage = ['{', '[]', '"text"', '{"at":1}', '{"at":1,"project":{"kind":"alert"}}', 'null'];

  test.each(garbage)('none when what is stored is %s', async (text) => {
    const own = await open(tab);
    own.save(work('mine'), '');
    for (const key of Object.keys(browser.localStorage)) browser.localStorage.setItem(key, text);
    const drafts = await open(tab.reload());
    expect(drafts.restored).toBeNull();
    expect(drafts.history).toEqual([]);
  });

  test.each(['{"at":1,"project":{"kind":"cron","later":true}}', 'not JSON'])(
    'a new one beside what it cannot read, which stays as it is: %s',
    async (text) => {
      (await open(tab)).save(work('mine'), '');
      const key = Object.keys(browser.localStorage).find((name) => name.includes('.draft.'))!;
      browser.localStorage.setItem(key, text);
      const drafts = await open(tab.reload());
      drafts.save(work('after'), '');
      expect(browser.localStorage.getItem(key)).toBe(text);
      expect(drafts.strange).toEqual([text]);
      await open(new FakeTab(browser));
      expect(browser.localStorage.getItem(key)).toBe(text);
    },
  );

  test('after reading the draft of another tab once, whether it can be read or not', async () => {
    await open(tab);
    (await open(new FakeTab(browser))).save(work('other'), '');
    const keys = Object.keys(browser.localStorage).filter((name) => name.includes('.draft.'));
    browser.localStorage.setItem('coroot-playground.draft.later', '{"later":true}');
    const parse = vi.spyOn(JSON, 'parse');
    const { strange } = await open(new FakeTab(browser));
    expect([...strange, ...strange]).toEqual(['{"later":true}', '{"later":true}']);
    const texts = [...keys.map((key) => browser.localStorage.getItem(key)), '{"later":true}'];
    expect(texts.map((text) => parse.mock.calls.filter(([parsed]) => parsed === text).length)).toEqual([1, 1]);
    parse.mockRestore();
  });

  test('its own, however long it is', async () => {
    const long: Project = { ...work(''), customFields: [['k', 'x'.repeat(projectLimits.text)]] };
    expect((await open(tab)).save(long, '')).toBe(true);
    expect((await open(tab.reload())).restored?.project).toEqual(long);
  });

  test('one of its own after another page took it over, so that neither loses text', async () => {
    const frozen = await open(tab);
    frozen.save(work('frozen'), '');
    // A frozen page answers nobody, so the next one gets its draft.
    const next = await open(tab.reload());
    next.save(work('next'), '');
    frozen.save(work('woken'), '');
    expect(frozen.id).not.toBe(next.id);
    const texts = Object.keys(browser.localStorage)
      .filter((key) => key.includes('.draft.'))
      .map((key) => (JSON.parse(browser.localStorage.getItem(key)!) as { project: Project }).project);
    expect(texts).toEqual([work('next'), work('woken')]);
  });
});

describe('saving', () => {
  test('a full storage is told', async () => {
    const drafts = await open(tab);
    browser.localStorage.quota = 50;
    expect(drafts.save(work('mine'), '')).toBe(false);
    expect(storage.failing).toBe(true);
    browser.localStorage.quota = Number.POSITIVE_INFINITY;
    expect(drafts.save(work('mine'), '')).toBe(true);
    expect(storage.failing).toBe(false);
  });

  test('another write that works hides nothing', async () => {
    const drafts = await open(tab);
    browser.localStorage.quota = JSON.stringify(browser.localStorage).length + 50;
    expect(drafts.save(work('mine'), '')).toBe(false);
    expect(writeStored('theme', 1)).toBe(true);
    expect(storage.failing).toBe(true);
    expect(storage.refusal('draft.')).toBe('full');
  });

  test('what was cleared in mid-use is stored again', async () => {
    const drafts = await open(tab);
    const project = work('mine');
    drafts.save(project, '');
    for (const key of Object.keys(browser.localStorage)) browser.localStorage.removeItem(key);
    expect(drafts.save(project, '')).toBe(true);
    expect((await open(tab.reload())).restored?.project).toEqual(project);
  });
});

describe('the history', () => {
  test('has the newest first, across tabs and reloads', async () => {
    const drafts = await open(tab);
    drafts.snapshot('one', work('first'), 1);
    drafts.snapshot('two', work('second'), 2);
    const expected = [
      { at: 2, reason: 'two', project: work('second') },
      { at: 1, reason: 'one', project: work('first') },
    ];
    expect(drafts.history).toEqual(expected);
    expect((await open(tab.reload())).history).toEqual(expected);
    expect((await open(new FakeTab(browser))).history).toEqual(expected);
  });

  test('keeps what another tab put there meanwhile', async () => {
    const first = await open(tab);
    const second = await open(new FakeTab(browser));
    second.snapshot('second', work('of the second'));
    first.snapshot('first', work('of the first'));
    expect(words(first)).toEqual(['of the first', 'of the second']);
  });

  test('has every state once, at its latest place', async () => {
    const drafts = await open(tab);
    for (const word of ['a', 'b', 'a', 'a', 'c', 'b']) drafts.snapshot(`before ${word}`, work(word));
    expect(words(drafts)).toEqual(['b', 'c', 'a']);
  });

  test('holds the last 60', async () => {
    const drafts = await open(tab);
    for (let i = 0; i < 70; i++) drafts.snapshot('before', work(String(i)));
    expect(words(drafts)).toEqual(Array.from({ length: 60 }, (_, i) => String(69 - i)));
  });

  test('gives up the oldest when the storage is full, not the newest', async () => {
    const drafts = await open(tab);
    for (let i = 0; i < 20; i++) drafts.snapshot('before', work(String(i)));
    browser.localStorage.quota = JSON.stringify(browser.localStorage).length;
    drafts.snapshot('before', work('the newest, which is longer than the others'.repeat(4)));
    const kept = words(drafts);
    expect(kept[0]).toMatch(/^the newest/);
    expect(kept.slice(1, 4)).toEqual(['19', '18', '17']);
    expect(words(await open(tab.reload()))).toEqual(kept);
  });

  test('is whole in the tab, and told, when there is room for none of it', async () => {
    const drafts = await open(tab);
    drafts.snapshot('before', work('old'));
    browser.localStorage.quota = JSON.stringify(browser.localStorage).length;
    expect(drafts.snapshot('before', work('long'.repeat(1000)))).toBe(false);
    expect(words(drafts)).toEqual(['long'.repeat(1000), 'old']);
    expect(storage.refusal('history')).toBe('full');
    expect(words(await open(tab.reload()))).toEqual(['old']);
  });

  test('comes back as it was when forgetting it is undone', async () => {
    const drafts = await open(tab);
    drafts.snapshot('before', work('mine'), 1);
    const { history } = drafts;
    expect(drafts.clearHistory()()).toBe(true);
    expect(drafts.history).toEqual(history);
    expect((await open(tab.reload())).history).toEqual(history);
  });

  test('keeps entries of another release, and sets aside what is no list', async () => {
    const later = { at: 1, reason: 'later', project: { kind: 'cron' } };
    browser.localStorage.setItem('coroot-playground.history', JSON.stringify([later]));
    (await open(tab)).snapshot('before', work('mine'), 2);
    const mine = { at: 2, reason: 'before', project: work('mine') };
    expect(readStored('history')).toEqual([mine, later]);
    browser.localStorage.setItem('coroot-playground.history', '{"states":["mine"]}');
    (await open(tab.reload())).snapshot('before', work('mine'), 3);
    expect(storedKeys('aside.').map(readStored)).toEqual([{ states: ['mine'] }]);
    expect(readStored('history')).toEqual([{ ...mine, at: 3 }]);
  });

  test.each([1e300, -1e300, 'now', null])('has a time that can be shown instead of %s', async (at) => {
    browser.localStorage.setItem('coroot-playground.history', JSON.stringify([{ at, project: work('mine') }]));
    expect((await open(tab)).history).toEqual([{ at: 0, reason: '', project: work('mine') }]);
  });

  test('is forgotten at once and for good', async () => {
    const drafts = await open(tab);
    drafts.snapshot('before', work('mine'));
    drafts.clearHistory();
    expect(drafts.history).toEqual([]);
    expect(JSON.stringify(browser.localStorage)).not.toContain('mine');
    expect((await open(tab.reload())).history).toEqual([]);
  });

  test('leaves out entries that are none', async () => {
    const good = { at: 5, reason: 'good', project: work('good') };
    const stored = [null, 1, [], {}, { at: 1, reason: 'x', project: {} }, good, { project: work('without the rest') }];
    browser.localStorage.setItem('coroot-playground.history', JSON.stringify(stored));
    expect((await open(tab)).history).toEqual([good, { at: 0, reason: '', project: work('without the rest') }]);
  });
});
