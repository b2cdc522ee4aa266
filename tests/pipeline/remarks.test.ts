import { describe, expect, test } from 'vitest';
import { type PipelineInput, inspect } from '../../src/pipeline';
import { findPlatform } from '../platforms/all';

const message = 'a <!channel> @everyone <users/all> **b** %!d(string=x) <no value> <nil> ${HOME} {{ .Status }}';
const payload = JSON.stringify({
  status: 'WARNING',
  application: 'default:Deployment:app1',
  reports: [{ name: 'SLO', check: 'Latency', message }],
  url: 'https://coroot.example.com/p/1',
});
const brought = '(index .Reports 0).Message';

/** The findings of a code in what a template gives a platform, as the texts they point at. */
function found(id: string, template: string, code: string, more: Partial<PipelineInput> = {}): readonly string[] {
  const input = { kind: 'incident', version: 'documented', customFields: [], template, payload, ...more } as const;
  const { rendered, verdict } = inspect(input, findPlatform(id), { drawing: false });
  if (!rendered.ok || verdict === null) throw new Error('nothing to judge');
  return verdict.findings
    .filter((finding) => finding.code === code)
    .map(({ from, to }) =>
      rendered.body
        .slice(from, to)
        .replace(/\\u003c/g, '<')
        .replace(/\\u003e/g, '>'),
    );
}

// Whom each wakes up: the pages that the rules of the platforms name.
describe('mentions are meant where the template has them', () => {
  test.each([
    ['slack', 'loud-mention', '{"text": "<!channel> down"}'],
    ['slack', 'loud-mention', '{"text": {{ json (print "<!channel> " .Status) }}}'],
    ['slack', 'mention', '{"text": {{ json (printf "<@U012AB3CD> %s" .Status) }}}'],
    ['discord', 'ping', '{"content": "@everyone {{ .Status }}"}'],
    ['mattermost', 'ping', '{"text": {{ $t := "@channel" }}{{ json (print $t " " .Status) }}}'],
    ['rocket-chat', 'loud-mention', '{"text": "@all down"}'],
    ['google-chat', 'loud-mention', '{"text": {{ json (print "<users/all> " .Status) }}}'],
    ['zulip', 'loud-mention', '{"text": "@**all** down"}'],
    ['webex', 'mentions-all', '{"markdown": "<@all> down"}'],
    ['lark', 'mentions-all', '{"msg_type": "text", "content": {"text": "<at user_id=\\"all\\">all</at>"}}'],
    ['dingtalk', 'mentions-all', '{"msgtype": "text", "text": {"content": "x"}, "at": {"isAtAll": true}}'],
    ['wecom', 'mentions-all', '{"msgtype": "text", "text": {"content": "x", "mentioned_list": ["@all"]}}'],
    ['telegram', 'mention', '{"chat_id": "-1001234567890", "text": "ask @coroot_admin"}'],
  ])('%s %s in %s', (id, code, template) => {
    expect(found(id, template, code)).toEqual([]);
  });

  test.each([
    ['slack', 'loud-mention', `{"text": {{ json ${brought} }}}`, ['<!channel>']],
    ['slack', 'loud-mention', `{"text": {{ json (print "<!here> " ${brought}) }}}`, ['<!channel>']],
    ['slack', 'loud-mention', `{"text": {{ json (print ${brought} " <!channel>") }}}`, ['<!channel>']],
    ['discord', 'ping', `{"content": {{ json ${brought} }}}`, ['@everyone']],
    ['google-chat', 'loud-mention', `{"text": {{ json ${brought} }}}`, ['<users/all>']],
  ])('%s: the payload brings it to %s in %s', (id, code, template, want) => {
    expect(found(id, template, code)).toEqual(want);
  });

  test('the same mention from both is told at the place of the payload’s', () => {
    const template = `{"text": {{ json (print "<!channel> " ${brought} " <!channel>") }}}`;
    const input = { kind: 'incident', version: 'documented', customFields: [], template, payload } as const;
    const { rendered, verdict } = inspect(input, findPlatform('slack'));
    const body = rendered.ok ? rendered.body : '';
    const at = verdict?.findings.filter(({ code }) => code === 'loud-mention').map(({ from }) => from);
    const word = '\\u003c!channel\\u003e';
    expect(at).toEqual([body.indexOf(word, body.indexOf(word) + 1)]);
  });
});

describe('words that notify nobody', () => {
  test.each([
    ['slack', '{"text": "@channel @here {{ .Status }} me@here.example"}', ['@channel', '@here']],
    ['google-chat', '{"text": "@all"}', ['@all']],
    ['discord', '{"content": "@channel"}', ['@channel']],
    ['mattermost', '{"text": "@everyone @channel"}', ['@everyone']],
    ['rocket-chat', '{"text": "@everyone @here"}', ['@everyone']],
    ['dingtalk', '{"msgtype": "text", "text": {"content": "@all"}}', ['@all']],
    ['wecom', '{"msgtype": "text", "text": {"content": "@all"}}', ['@all']],
    ['slack', `{"text": {{ json ${brought} }}}`, []],
  ])('%s: %s', (id, template, want) => {
    expect(found(id, template, 'foreign-markup')).toEqual(want);
  });
});

describe('markup of other platforms', () => {
  const link = '[Open]({{ .URL }})';
  const opened = '[Open](https://coroot.example.com/p/1)';
  test.each([
    ['google-chat', `{"text": "**a** ${link}"}`, ['**a**', opened]],
    ['google-chat', `{"text": "*a* <{{ .URL }}|b> \`**code**\`"}`, []],
    ['google-chat', '{"text": "<b>a"}', ['<b>']],
    ['discord', '{"content": "<!channel> <b>"}', ['<!channel>', '<b>']],
    ['mattermost', '{"text": "<@123> <users/1>"}', ['<@123>', '<users/1>']],
    ['webex', '{"markdown": "<!here>"}', ['<!here>']],
    ['ntfy', `{"topic": "t", "message": "**a** ${link}"}`, ['**a**', opened]],
    ['ntfy', `{"topic": "t", "markdown": true, "message": "**a** ${link}"}`, []],
    ['gotify', '{"message": "*a* {{ .Status }}"}', ['*a*']],
    ['pushover', '{"message": "<b>a</b>"}', ['<b>', '</b>']],
    ['pushover', '{"message": "<b>a</b>", "html": 1}', []],
    ['telegram', '{"chat_id": "1", "text": "**a**", "parse_mode": "HTML"}', ['**a**']],
    ['telegram', '{"chat_id": "1", "text": "<b>a</b>"}', ['<b>', '</b>']],
    ['slack', '{"text": "~~a~~"}', ['~~a~~']],
    ['slack', `{"text": {{ json ${brought} }}}`, []],
    ['google-chat', `{"text": {{ json (print "**" .Status "** " ${brought}) }}}`, ['**WARNING**']],
  ])('%s: %s', (id, template, want) => {
    expect(found(id, template, 'foreign-markup')).toEqual(want);
  });

  test('Markdown’s italic for Slack’s bold is a note', () => {
    const template = '{"content": "*a*"}';
    const input = { kind: 'incident', version: 'documented', customFields: [], template, payload } as const;
    const { verdict, outcome } = inspect(input, findPlatform('discord'));
    expect(verdict?.findings.map(({ severity, code }) => [severity, code])).toEqual([['info', 'foreign-markup']]);
    expect(outcome).toBe('pass');
  });
});

// What Go prints: https://pkg.go.dev/fmt#hdr-Format_errors
describe('accidents are found on every platform, where the template made them', () => {
  const platforms = ['slack', 'generic', 'plain-text', 'ntfy', 'pagerduty'];
  const rows: readonly (readonly [action: string, code: string, want: string])[] = [
    ['printf "%d" .Status', 'go-error', '%!d(string=WARNING)'],
    ['printf "%s/%s" .Status', 'go-error', '%!s(MISSING)'],
    ['printf "%s" .Status 1', 'go-error', '%!(EXTRA int=1)'],
    ['printf "100%"', 'go-error', '%!(NOVERB)'],
    ['printf "%[5]s" .Status', 'go-error', '%!s(BADINDEX)'],
    ['print nil', 'no-value', '<nil>'],
    ['print .Reports', 'printed-list', `[{SLO Latency ${message}}]`],
    ['print (index .Reports 0)', 'printed-list', `{SLO Latency ${message}}`],
    ['print "{{ .Status }}"', 'left-over', '{{ .Status }}'],
    ['print "{% if x %}"', 'left-over', '{% if x %}'],
    ['print "${HOME}"', 'left-over', '${HOME}'],
  ];
  test.each(platforms.flatMap((id) => rows.map((row) => [id, ...row] as const)))(
    '%s: %s is %s at %s',
    (id, action, code, want) => {
      expect(found(id, `{"text": {{ json (${action}) }}}`, code)).toEqual([want]);
    },
  );

  test.each(['go-error', 'no-value', 'left-over', 'printed-list'])('%s is not told of a payload’s text', (code) => {
    for (const id of platforms) expect(found(id, `{"text": {{ json ${brought} }}}`, code)).toEqual([]);
  });

  test('an empty output is told, also where any text will do', () => {
    expect(found('plain-text', '{{ define "a" }}x{{ end }}', 'empty-output')).toEqual(['']);
    expect(found('slack', '{{ if false }}x{{ end }}\n', 'empty-output')).toEqual(['\n']);
  });

  test('1.19.1 explains what it printed', () => {
    const input = {
      kind: 'incident',
      version: '1.19.1',
      customFields: [],
      template: '{{ .Status }}',
      payload,
    } as const;
    const { verdict } = inspect(input, findPlatform('plain-text'));
    expect(verdict?.findings.map(({ code }) => code)).toEqual(['no-value']);
    expect(verdict?.findings[0]?.message).toMatch(/1\.19\.1.*\{\{ \.status \}\}.*1\.19\.2/);
  });

  test('what an action wrote in a list in brackets of the template is no list of Go’s', () => {
    const more = {
      kind: 'deployment',
      payload: '{"status": "Deployed", "application": "default:Deployment:a", "summary": ["one"]}',
    } as const;
    expect(found('generic', '{"text": "[{{ index .Summary 0 }}]"}', 'printed-list', more)).toEqual([]);
    expect(found('generic', '{"text": "{{ .Summary }}"}', 'printed-list', more)).toEqual(['[one]']);
  });
});
