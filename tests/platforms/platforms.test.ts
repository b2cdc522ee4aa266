import { describe, expect, test } from 'vitest';
import { corootVersions, decodePayload, defaultVersion, notificationKinds, render, samples } from '../../src/coroot';
import { simpleCaveat } from '../../src/platforms';
import { findPlatform, findPreset, platforms, presetsOf } from './all';
import { step } from '../../src/platforms/catalogue/steps';
// The templates of https://docs.coroot.com/alerting/webhook line for line, indentation left out.
import documented from './documented-templates.json';

describe('the table', () => {
  test('has the documented platforms', () => {
    const ids = platforms.filter((p) => p.documented !== null).map((p) => p.id);
    expect(new Set(ids)).toEqual(new Set(['plain-text', 'json', 'telegram', 'mattermost', 'discord']));
  });

  test('has each platform once', () => {
    expect(new Set(platforms.map((p) => p.id)).size).toBe(platforms.length);
  });

  test.each(platforms)('$name is complete', (platform) => {
    expect(presetsOf(platform).length).toBeGreaterThan(0);
    for (const { templatesFor } of presetsOf(platform)) {
      const templates = templatesFor(defaultVersion);
      for (const kind of notificationKinds) {
        expect(templates[kind]).toMatch(/\{\{/);
        for (const { key, text } of platform.placeholders) expect(templates[kind]).toContain(`"${key}": "${text}"`);
      }
    }
    expect(platform.setup.length).toBeGreaterThan(0);
    expect(platform.setup.every((section) => section.steps.every((s) => s.length > 0))).toBe(true);
    expect(new URL(platform.docsUrl).protocol).toBe('https:');
    expect(platform.checked).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
    expect(platform.checkUrl(platform.urlPlaceholder)).toBeNull();
    expect(platform.checkUrl('')).toBeNull();
    expect(platform.checkUrl('not a url')).toBeNull();
  });

  test('an unknown id is nobody', () => {
    expect(findPlatform('nobody')).toBeNull();
    expect(findPreset('nobody.simple')).toBeNull();
  });
});

describe('presets', () => {
  test.each(documented)('$platform $kind is the documented one', ({ platform, kind, lines }) => {
    const preset = findPlatform(platform)!.documented![notificationKinds.find((k) => k === kind)!];
    expect(preset.split('\n').map((line) => line.trimStart())).toEqual(lines);
    // A space before a line of the message would be sent with it.
    expect(preset.split('\n').filter((line) => line.startsWith(' ') && !/^ {2}"\w+": "/.test(line))).toEqual([]);
  });
});

describe('URL shapes', () => {
  test.each([
    { id: 'telegram', url: 'https://api.telegram.org/bot1:a-B_c/sendMessage', fine: true },
    { id: 'telegram', url: 'https://api.telegram.org/bot1:a/sendmessage', fine: true },
    { id: 'telegram', url: 'https://bots.example.com/bot1:a/sendMessage', fine: true },
    { id: 'telegram', url: 'https://api.telegram.org/1:a/sendMessage', fine: false },
    { id: 'telegram', url: 'https://api.telegram.org/bot[1]:[a]/sendMessage', fine: false },
    { id: 'telegram', url: 'https://api.telegram.org/bot1:a', fine: false },
    { id: 'mattermost', url: 'https://chat.example.com/team/hooks/abcdefghijklmnopqrstuvwxy1', fine: true },
    { id: 'mattermost', url: 'https://chat.example.com/hooks/short', fine: false },
    { id: 'discord', url: 'https://discord.com/api/v10/webhooks/12/a-b?wait=true', fine: true },
    { id: 'discord', url: 'https://discordapp.com/api/webhooks/12/ab', fine: true },
    { id: 'discord', url: 'https://discord.com/channels/12/34', fine: false },
    { id: 'discord', url: 'https://discord.example.com/api/webhooks/12/ab', fine: false },
    { id: 'ntfy', url: 'https://ntfy.example.com', fine: true },
    { id: 'ntfy', url: 'https://ntfy.sh/coroot-alerts', fine: false },
    { id: 'ntfy', url: 'https://ntfy.sh/coroot-alerts?template=yes&message={{.url}}', fine: true },
    { id: 'gotify', url: 'https://example.com/gotify/message', fine: true },
    { id: 'gotify', url: 'https://gotify.example.com/?token=A', fine: false },
    { id: 'pushover', url: 'https://api.pushover.net/1/messages.json', fine: true },
    { id: 'pushover', url: 'https://api.pushover.net/1/messages.xml', fine: false },
    {
      id: 'matrix-hookshot',
      url: 'https://example.com/hooks/webhook/3fa85f64-5717-4562-b3fc-2c963f66afa6',
      fine: true,
    },
    {
      id: 'matrix-hookshot',
      url: 'https://matrix.example.com/_matrix/client/v3/rooms/!a:b/send/m.room.message/1',
      fine: false,
    },
    { id: 'alertmanager', url: 'http://127.0.0.1:9093/prefix/api/v2/alerts', fine: true },
    { id: 'alertmanager', url: 'http://127.0.0.1:9093/api/v1/alerts', fine: false },
    { id: 'home-assistant', url: 'http://192.168.1.5:8123/api/webhook/some_id', fine: true },
    { id: 'home-assistant', url: 'http://192.168.1.5:8123/', fine: false },
    { id: 'github', url: 'https://github.example.com/api/v3/repos/o/r/dispatches', fine: true },
    { id: 'github', url: 'https://api.github.com/repos/o/r', fine: false },
    { id: 'webex', url: 'https://api.ciscospark.com/v1/webhooks/incoming/Y2lz-_0', fine: true },
    { id: 'webex', url: 'https://webexapis.com/v1/messages', fine: false },
    { id: 'lark', url: 'https://open.feishu.cn/open-apis/bot/v2/hook/0a1b-2c', fine: true },
    { id: 'lark', url: 'https://open.feishu.cn/open-apis/bot/hook/0a1b', fine: false },
    { id: 'dingtalk', url: 'https://oapi.dingtalk.com/robot/send?access_token=0a1b', fine: true },
    { id: 'dingtalk', url: 'https://oapi.dingtalk.com/robot/send?access_token=0a1b&timestamp=1&sign=x', fine: false },
    { id: 'dingtalk', url: 'https://oapi.dingtalk.com/robot/send', fine: false },
    { id: 'wecom', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0a1b', fine: true },
    { id: 'wecom', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send', fine: false },
    { id: 'json', url: 'https://anything.example.com/', fine: true },
    {
      id: 'teams',
      url: 'https://prod-12.westeurope.logic.azure.com:443/workflows/0a1b/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=x',
      fine: true,
    },
    {
      id: 'teams',
      url: 'https://default0a.1b.environment.api.powerplatform.com:443/powerautomate/automations/direct/cu/07/workflows/0a1b/triggers/manual/paths/invoke?api-version=1&sig=x',
      fine: true,
    },
    {
      id: 'teams',
      url: 'https://prod-12.westeurope.logic.azure.com/workflows/0a1b/triggers/manual/paths/invoke',
      fine: false,
    },
    { id: 'teams', url: 'https://example.webhook.office.com/webhookb2/0a@1b/IncomingWebhook/2c/3d', fine: false },
    { id: 'slack', url: 'https://hooks.slack.com/services/T0AB/B0CD/a1B2c3', fine: true },
    { id: 'slack', url: 'https://hooks.slack-gov.com/services/T0AB/B0CD/a1B2c3', fine: true },
    { id: 'slack', url: 'https://hooks.slack.com/services/T0AB/B0CD', fine: false },
    { id: 'slack', url: 'https://hooks.slack.com/triggers/T0AB/123/abc', fine: false },
    { id: 'slack', url: 'https://slack.com/api/chat.postMessage', fine: false },
    { id: 'google-chat', url: 'https://chat.googleapis.com/v1/spaces/AAAA_b-1/messages?key=a&token=b', fine: true },
    { id: 'google-chat', url: 'https://chat.googleapis.com/v1/spaces/AAAA/messages?key=a', fine: false },
    { id: 'google-chat', url: 'https://chat.google.com/room/AAAA', fine: false },
    { id: 'rocket-chat', url: 'https://chat.example.com/hooks/66f0/AbC', fine: true },
    { id: 'rocket-chat', url: 'https://chat.example.com/hooks/66f0/user1/AbC', fine: true },
    { id: 'rocket-chat', url: 'https://chat.example.com/api/v1/chat.postMessage', fine: false },
    { id: 'zulip', url: 'https://a.zulipchat.com/api/v1/external/slack_incoming?api_key=k&stream=ops', fine: true },
    { id: 'zulip', url: 'https://a.zulipchat.com/api/v1/external/slack_incoming?api_key=k', fine: false },
    { id: 'zulip', url: 'https://a.zulipchat.com/api/v1/messages', fine: false },
  ])('$id: $url', ({ id, url, fine }) => {
    expect(findPlatform(id)!.checkUrl(url) === null).toBe(fine);
  });
});

describe('steps', () => {
  test.each([
    { name: 'text', input: 'plain', want: [{ kind: 'text', text: 'plain' }] },
    {
      name: 'code and a link',
      input: 'Send `/x` to [him](https://t.me/x).',
      want: [
        { kind: 'text', text: 'Send ' },
        { kind: 'code', text: '/x' },
        { kind: 'text', text: ' to ' },
        { kind: 'link', text: 'him', href: 'https://t.me/x' },
        { kind: 'text', text: '.' },
      ],
    },
    { name: 'no other links', input: '[a](javascript:x)', want: [{ kind: 'text', text: '[a](javascript:x)' }] },
  ])('$name', ({ input, want }) => {
    expect(step(input)).toEqual(want);
  });
});

/** What each platform that takes JSON requires of a body: https://docs.coroot.com/alerting/webhook */
const required: Readonly<Record<string, readonly string[]>> = {
  json: ['status', 'application', 'url'],
  telegram: ['chat_id', 'text', 'parse_mode'],
  mattermost: ['text'],
  discord: ['content'],
};

/**
 * The documented templates put text into JSON as it is; quotes and tabs in it break them, as they do in Coroot, whose
 * bodies are in tests/conformance/presets.txt.
 */
const broken: readonly string[] = [
  'incident-odd-characters',
  'incident-findings',
  'alert-critical',
  'alert-findings',
  'alert-kubernetes-event',
  'alert-log-pattern',
  'alert-metrics',
  'alert-suppressed',
].flatMap((sample) => ['telegram', 'mattermost', 'discord'].map((id) => `${id} × ${sample}`));

describe('bodies', () => {
  const rows = Object.entries(required).flatMap(([id, keys]) =>
    samples.map((sample) => ({ name: `${id} × ${sample.id}`, id, keys, sample })),
  );
  test.each(rows)('$name', ({ name, id, keys, sample: { kind, payload } }) => {
    const decoded = decodePayload(payload, kind, defaultVersion);
    if (!decoded.ok) throw new Error('the sample does not decode');
    const got = render({ kind, template: findPreset(id)!.templatesFor(defaultVersion)[kind], value: decoded.value });
    if (!got.ok) throw new Error(got.message);
    let body: Readonly<Record<string, unknown>> | null = null;
    try {
      body = JSON.parse(got.body) as Readonly<Record<string, unknown>>;
    } catch (error) {
      expect(error).toBeInstanceOf(SyntaxError);
    }
    expect(body === null).toBe(broken.includes(name));
    if (body !== null) for (const key of keys) expect(typeof body[key]).toBe('string');
  });
});

describe('what simple templates leave to chance', () => {
  test.each([
    ['slack', 'Simple: * _ ~ ` < > in a name may format there, or mention somebody.'],
    ['dingtalk', 'Simple: @ in a name may format there, or mention somebody.'],
    ['telegram', null],
    ['pagerduty', null],
  ])('%s', (id, want) => {
    expect(simpleCaveat(findPlatform(id)!)).toBe(want);
  });

  test.each(platforms)('$id: its card names characters that are markup there, or there are none', (platform) => {
    const { markup } = platform;
    const caveat = simpleCaveat(platform);
    expect(caveat === null).toBe(markup === '');
    const named = /^Simple: (.+) in a name may format there, or mention somebody\.$/.exec(caveat ?? '')?.[1] ?? '';
    for (const character of named.split(' ').filter((c) => c !== '')) expect(markup).toContain(character);
    expect(new Set(markup).size).toBe(Array.from(markup).length);
  });

  test('each platform has all flavours in the order of the gallery', () => {
    for (const platform of platforms) {
      const { id, documented } = platform;
      const want = [`${id}.simple`, `${id}.robust`, ...(documented === null ? [] : [id])];
      expect(presetsOf(platform).map((preset) => preset.id)).toEqual(want);
      expect(want.map((known) => findPreset(known)?.id)).toEqual(want);
    }
  });

  test.each(platforms)('$id: they are short, without helpers and comments, on every release', ({ simple }) => {
    for (const version of corootVersions) {
      for (const text of Object.values(simple.templatesFor(version))) {
        // Twelve lines, and in places the brace that ends the body.
        expect(text.replace(/\n[\]}]+$/, '').split('\n').length).toBeLessThanOrEqual(12);
        expect(text).not.toMatch(/define|template|html|js\b|\/\*/);
      }
    }
  });
});
