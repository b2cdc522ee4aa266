/** Small templates that write JSON, right and wrong in the ways in which people write it. */

/** Numbers in [0, n), the same ones for the same seed. */
export type Random = (n: number) => number;

/** A generator of numbers: mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
  };
}

const texts = ['.RCASummary', '.RCARemediations', '.Status', '.URL', '.Application.Name', '.Application.Namespace'];
const conditions = [
  '.RCASummary', '.RCARemediations', '.Reports', 'eq .Status "OK"', 'ne .Status "OK"', 'not .RCASummary',
  'gt (len .Reports) 1', 'and .RCASummary .RCARemediations', 'or .RCASummary .RCARemediations', 'eq .Status "CRITICAL" "WARNING"',
]; // prettier-ignore

class Writer {
  private depth = 0;

  constructor(private readonly random: Random) {}

  pick<T>(list: readonly T[]): T {
    return list[this.random(list.length)]!;
  }

  private one(...makers: readonly (() => string)[]): string {
    return this.pick(makers)();
  }

  private key(): string {
    return `"${this.pick(['a', 'text', 'title', 'url'])}${String(this.random(100))}"`;
  }

  private item(): string {
    return this.pick(['.Name', '.Check', '.Message', '$.Status', '$.URL']);
  }

  private string(text: string): string {
    return this.one(
      () => `"${text}"`,
      () => `"{{ ${text} }}"`,
      () => `"at {{ ${text} }}!"`,
      () => `"{{ if ${this.pick(['true', 'false', text])} }}a {{ end }}b"`,
      () => `"{{ ${text} }} of {{ ${text} }}"`,
      () => `"{{ html ${text} }}"`,
      () => `"{{ urlquery ${text} }}"`,
      () => `"{{ json ${text} }}"`,
      () => `"{{ $p := json ${text} }}{{ slice $p 1 (len (slice $p 1)) }}"`,
      () => `"{{ printf "%.5s" ${text} }}"`,
      () => `"a\\n{{ ${text} }}"`,
      () => `"one\ntwo"`,
      () => `"tab\there"`,
      () => `"C:\\dir"`,
    );
  }

  private safe(text: string): string {
    return this.one(
      () => `{{ json ${text} }}`,
      () => `{{ json (print "x " ${text}) }}`,
      () => `{{ ${text} | json }}`,
      () => '"plain"',
      () => '12',
      () => 'true',
      () => 'null',
    );
  }

  value(text: string): string {
    if (this.depth > 3) return this.safe(text);
    this.depth++;
    const written = this.one(
      () => this.safe(text),
      () => this.safe(text),
      () => this.safe(text),
      () => this.safe(text),
      () => this.string(text),
      () => this.object(text),
      () => this.list(),
      () => this.object(text),
      () => this.list(),
      () => '{{ len $.Reports }}',
      () =>
        this.pick([`{{ ${text} }}`, `{{ printf "%q" ${text} }}`, '{{ $.Reports }}', this.safe(text), this.safe(text)]),
      () => this.chosen(text),
    );
    this.depth--;
    return written;
  }

  private condition(text: string): string {
    return text.startsWith('.R') || text.startsWith('.S') || text.startsWith('.A') || text.startsWith('.U')
      ? this.pick(conditions)
      : this.pick(['$.RCASummary', 'eq $.Status "OK"', text]);
  }

  private chosen(text: string): string {
    const [a, b] = [this.safe(text), this.safe(text)];
    const condition = this.condition(text);
    return this.one(
      () => `{{ if ${condition} }}${a}{{ else }}${b}{{ end }}`,
      () => `{{ if ${condition} }}${a}{{ end }}`,
      () => `{{ with ${text} }}{{ json . }}{{ else }}${b}{{ end }}`,
    );
  }

  object(text: string): string {
    const members = [`${this.key()}: ${this.value(text)}`];
    const count = this.random(3);
    for (let i = 0; i < count; i++) members.push(this.member(text));
    return `{${members.join('')}${this.random(12) === 0 ? ',' : ''}}`;
  }

  private member(text: string): string {
    const body = `${this.key()}: ${this.value(text)}`;
    const condition = this.condition(text);
    return this.one(
      () => `, ${body}`,
      () => `, ${body}`,
      () => `,\n  ${body}`,
      () => `{{ if ${condition} }}, ${body}{{ end }}`,
      () => `{{ if ${condition} }}, ${body}{{ end }}`,
      () => `{{ with ${text} }}, ${this.key()}: {{ json . }}{{ end }}`,
      () => `{{ if ${condition} }}${body},{{ end }}`,
      () => `,{{ if ${condition} }}${body}{{ end }}`,
      () => `{{- if ${condition} }},\n  ${body}{{ end }}`,
    );
  }

  private list(): string {
    const item = this.item();
    const value = this.value(item);
    const indexed = value.replaceAll(item, item.startsWith('$') ? item : `$r${item}`);
    return this.one(
      () => `[{{ range $i, $r := $.Reports }}{{ if $i }}, {{ end }}${indexed}{{ end }}]`,
      () => `[{{ range $i, $r := $.Reports }}{{ if $i }}, {{ end }}${value}{{ end }}]`,
      () => `[{{ range $i, $r := $.Reports }}{{ if gt $i 0 }},{{ end }}${value}{{ end }}]`,
      () => `[{{ $sep := "" }}{{ range $.Reports }}{{ $sep }}${value}{{ $sep = "," }}{{ end }}]`,
      () =>
        `[{{ $first := true }}{{ range $.Reports }}{{ if $first }}{{ $first = false }}{{ else }},{{ end }}${value}{{ end }}]`,
      () => `[{{ range $.Reports }}${value},{{ end }}"end"]`,
      () => `["begin"{{ range $.Reports }},${value}{{ end }}]`,
      () => `[{{ range $i, $r := $.Reports }}${value}{{ if lt $i (len (slice $.Reports 1)) }},{{ end }}{{ end }}]`,
      () => `[{{ range $i, $r := $.Reports }}{{ if lt $i 3 }}{{ if $i }},{{ end }}${value}{{ end }}{{ end }}]`,
      () => `[{{ range $.Reports }}${value},{{ end }}]`,
      () => `[{{ range $.Reports }}${value}{{ end }}]`,
      () => `[{{ range $i, $r := $.Reports }}{{ if $i }},{{ end }}{{ if $r.Message }}${value}{{ end }}{{ end }}]`,
      () => `["x", {{ range $.Reports }}${value},{{ end }}]`,
      () => `[1, 2{{ if $.RCASummary }}, 3{{ end }}]`,
      () => `[{{ if $.RCASummary }}1{{ end }}{{ if $.RCARemediations }}, 2{{ end }}]`,
      () =>
        `[{{ if $.RCASummary }}1{{ end }}{{ if and $.RCASummary $.RCARemediations }}, {{ end }}{{ if $.RCARemediations }}2{{ end }}]`,
    );
  }
}

/** A template for incidents that writes JSON, mostly. */
export function jsonTemplate(random: Random): string {
  const writer = new Writer(random);
  const text = writer.object(writer.pick(texts));
  if (random(5) > 0) return text;
  // A slip: a character too few or too many.
  const places = [...text.matchAll(/["{}[\],:]/g)].map(({ index }) => index);
  const at = places[random(places.length)] ?? 0;
  if (text.slice(at - 1, at + 1) === '{{' || text.slice(at - 1, at + 1) === '}}') return text;
  if (text.slice(at, at + 2) === '{{' || text.slice(at, at + 2) === '}}') return text;
  return random(3) === 0
    ? text.slice(0, at) + text.charAt(at) + text.slice(at)
    : text.slice(0, at) + text.slice(at + 1);
}
