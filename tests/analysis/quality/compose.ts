/** Random templates over Coroot's types as people write them: guards, loops, JSON with values in every form. */
import { type CorootVersion, type NotificationKind, rootFields } from '../../../src/coroot';
import type { Random } from '../../conformance/fuzz/random';

/** A list of the notification, and what its elements are: texts, or structs with these fields. */
interface ListField {
  readonly name: string;
  readonly fields: readonly string[] | null;
}

const lists: Readonly<Record<NotificationKind, ListField>> = {
  incident: { name: 'Reports', fields: ['Name', 'Check', 'Message'] },
  deployment: { name: 'Summary', fields: null },
  alert: { name: 'Details', fields: ['Name', 'Value'] },
};

const statuses: Readonly<Record<NotificationKind, readonly string[]>> = {
  incident: ['OK', 'WARNING', 'CRITICAL'],
  deployment: ['Deployed', 'In-progress', 'Stuck', 'Cancelled'],
  alert: ['OK', 'WARNING', 'CRITICAL'],
};

/** Makes templates for one kind of notification in one version. */
export class Composer {
  private readonly texts: readonly string[];
  private readonly list: ListField;
  private readonly hasList: boolean;
  private variables: string[] = [];
  private named = 0;
  /** Where dot is: at the top, at an element of the list, or at a text. */
  private dot: 'root' | 'element' | 'text' = 'root';

  constructor(
    private readonly r: Random,
    private readonly kind: NotificationKind,
    version: CorootVersion,
    /** How likely a value stands where it may break the JSON, for each place. */
    private readonly carelessness: number,
  ) {
    this.list = lists[kind];
    const roots = rootFields(kind, version, []).map(({ name }) => name);
    this.hasList = roots.includes(this.list.name);
    const plain = roots.filter((name) => ![this.list.name, 'Application'].includes(name));
    this.texts = [...plain, 'Application.Name', 'Application.Namespace', 'Application.Kind'];
  }

  /** A JSON document. */
  json(): string {
    const inner = this.object(2);
    return this.r.chance(0.15) ? `{{ $v := ${this.text()} }}${inner}` : inner;
  }

  /** Lines for people. */
  plain(): string {
    return this.r.many(1, 5, () => this.line(2)).join(this.r.pick(['', '\n', ' ']));
  }

  private line(depth: number): string {
    const { r } = this;
    return r.weighted<string>(
      [2, () => r.pick(['text', ' ', '*bold*', '• ', 'a: b', '\n'])],
      [4, () => this.action(this.text())],
      [
        1,
        () =>
          this.action(`${this.text()} | ${r.pick(['html', 'urlquery', 'js', 'json', 'printf "%q"', 'print', 'len'])}`),
      ],
      [1, () => this.declaration()],
      [
        depth > 0 ? 2 : 0,
        () =>
          `${this.action(`if ${this.condition()}`)}${this.scoped(() => this.line(depth - 1))}${r.chance(0.5) ? this.action(r.chance(0.3) ? `else if ${this.condition()}` : 'else') + this.scoped(() => this.line(depth - 1)) : ''}{{ end }}`,
      ],
      [depth > 0 ? 1.5 : 0, () => this.loop(() => this.line(depth - 1), '')],
      [depth > 0 ? 1 : 0, () => this.guarded(() => this.line(depth - 1))],
      [0.5, () => this.invoked()],
    );
  }

  private object(depth: number): string {
    const { r } = this;
    const members = r.many(1, 4, () => this.member(depth));
    let text = members[0] ?? '';
    for (const member of members.slice(1)) {
      text += r.chance(0.8)
        ? `,${this.space()}${member}`
        : r.chance(1 - this.carelessness)
          ? `${this.action(`if ${this.condition()}`)}, ${member}{{ end }}`
          : `, ${this.action(`if ${this.condition()}`)}${member}{{ end }}`;
    }
    return `{${this.space()}${text}${this.space()}}`;
  }

  private space(): string {
    return this.r.pick(['', '', ' ', '\n  ']);
  }

  private member(depth: number): string {
    return `"${this.r.pick(['text', 'title', 'a', 'b', 'c'])}":${this.r.pick(['', ' '])}${this.value(depth)}`;
  }

  private value(depth: number): string {
    const { r, carelessness } = this;
    return r.weighted<string>(
      [3, () => this.action(r.chance(0.7) ? `json ${this.operand()}` : `${this.text()} | json`)],
      [1, () => `"${r.pick(['x', 'a b', 'é', ''])}"`],
      [1, () => r.pick(['1', 'true', 'null'])],
      [1, () => this.action(`len ${this.listOrText()}`)],
      [1, () => `"${r.pick(['', 'is '])}${this.action(r.pick(this.harmless()))}"`],
      [20 * carelessness, () => `"${r.pick(['', 'a ', 'x: '])}${this.action(this.text())}${r.pick(['', ' b'])}"`],
      [4 * carelessness, () => this.action(this.text())],
      [4 * carelessness, () => `"${this.action(`json ${this.operand()}`)}"`],
      [4 * carelessness, () => this.action(`printf "%q" ${this.operand()}`)],
      [2 * carelessness, () => `"${this.action(`${r.pick(['js', 'html', 'urlquery'])} ${this.operand()}`)}"`],
      [1, () => `${this.action(`if ${this.condition()}`)}${this.value(0)}{{ else }}${this.value(0)}{{ end }}`],
      [1, () => this.texted()],
      [
        1,
        () => `${this.action(`with ${this.operand()}`)}${this.at('text', () => '{{ json . }}')}{{ else }}null{{ end }}`,
      ],
      [depth > 0 ? 1 : 0, () => this.object(depth - 1)],
      [depth > 0 ? 1.5 : 0, () => `[${this.loop(() => this.value(depth - 1), ', ')}]`],
      [0.5, () => `"{{ $p := json ${this.operand()} }}{{ slice $p 1 (len (slice $p 1)) }}"`],
      [0.5, () => this.action('json .')],
      [depth > 0 ? 0.5 : 0, () => `[${r.many(0, 3, () => this.value(0)).join(', ')}]`],
    );
  }

  /** A value made of parts. */
  private texted(): string {
    const { r } = this;
    return this.action(
      r.pick([
        `printf "%s: %s" ${this.operand()} ${this.operand()} | json`,
        `json (print ${this.operand()} " " ${this.operand()})`,
        `json (printf "%.20s" ${this.operand()})`,
      ]),
    );
  }

  /** Values whose texts have nothing special in them. */
  private harmless(): readonly string[] {
    return [`len ${this.listOrText()}`, `$.Status`, `printf "%d" (len ${this.listOrText()})`, `eq $.Status "OK"`];
  }

  private listOrText(): string {
    return this.hasList && this.r.chance(0.6) ? `$.${this.list.name}` : this.operand();
  }

  private loop(body: () => string, between: string): string {
    const { r } = this;
    if (!this.hasList) return this.scoped(body);
    const index = between !== '' || r.chance(0.3);
    const head = index ? `range $i, $e := $.${this.list.name}` : `range ${r.chance(0.5) ? '$' : '$'}.${this.list.name}`;
    const careless = between !== '' && r.chance(this.carelessness);
    const comma = between === '' || careless ? '' : `{{ if $i }}${between}{{ end }}`;
    const after = careless ? between : '';
    const inner = this.at(this.list.fields === null ? 'text' : 'element', () => this.scoped(body));
    return `${this.action(head)}${comma}${inner}${after}{{ end }}`;
  }

  /** Something that only holds under its guard. */
  private guarded(body: () => string): string {
    const { r } = this;
    const list = `$.${this.list.name}`;
    if (!this.hasList) return this.scoped(body);
    const first = this.list.fields === null ? `index ${list} 0` : `(index ${list} 0).${r.pick(this.list.fields)}`;
    return r.pick([
      `{{ if ${list} }}{{ ${first} }}{{ end }}`,
      `{{ with ${list} }}{{ index . 0 }}{{ end }}`,
      `{{ if gt (len ${list}) 1 }}{{ index ${list} 1 }}{{ end }}`,
      `{{ if ge (len $.URL) 8 }}{{ slice $.URL 0 8 }}{{ end }}`,
      `{{ ${first} }}`,
      `{{ slice ${this.operand()} 0 8 }}`,
      `{{ printf "%s %d" ${this.operand()} (len ${list}) }}`,
      `{{ if not ${list} }}none{{ else }}{{ len (index ${list} 0) }}{{ end }}`,
    ]);
  }

  private invoked(): string {
    const name = `"t${String(this.named++)}"`;
    const call = this.r.pick([
      `{{ template ${name} . }}`,
      `{{ template ${name} ${this.operand()} }}`,
      `{{ template ${name} }}`,
    ]);
    const dot = this.dot;
    this.dot = this.r.pick(['root', 'text']);
    const outer = this.variables;
    this.variables = [];
    const body = this.r.pick(['x', '{{ . }}', '{{ .Status }}', '{{ .Application.Name }}', '{{ len . }}']);
    this.variables = outer;
    this.dot = dot;
    return `{{ define ${name} }}${body}{{ end }}${call}`;
  }

  private declaration(): string {
    const { r } = this;
    const known = this.variables.length > 0 && r.chance(0.4);
    const name = known ? r.pick(this.variables) : `$${r.pick(['x', 'y', 'name'])}`;
    const text = this.action(`${name} ${known && r.chance(0.7) ? '=' : ':='} ${this.text()}`);
    this.variables.push(name);
    return text;
  }

  private condition(): string {
    const { r } = this;
    return r.weighted<string>(
      [3, () => this.operand()],
      [3, () => `${r.pick(['eq', 'ne'])} $.Status "${r.pick(statuses[this.kind])}"`],
      [1, () => `and ${this.operand()} ${this.operand()}`],
      [1, () => `or ${this.operand()} (eq $.Status "OK")`],
      [1, () => `not ${this.operand()}`],
      [1, () => `${r.pick(['gt', 'lt', 'ge', 'eq'])} (len ${this.listOrText()}) ${String(r.below(3))}`],
      [0.3, () => `${r.pick(['lt', 'eq'])} ${this.operand()} ${r.pick(['1', '"a"', '1.5', 'nil'])}`],
    );
  }

  private text(): string {
    const { r } = this;
    return r.weighted<string>(
      [8, () => this.operand()],
      [1, () => `print ${this.operand()} ${r.pick(['" "', '1', this.operand()])}`],
      [1, () => `printf "${r.pick(['%s', '%v', '%-8s', '%.5s', '%d', '%s%%', '%s %s'])}" ${this.operand()}`],
      [0.3, () => `printf "%s %s" ${this.operand()} ${this.operand()}`],
      [0.3, () => r.pick(['html', 'js', 'urlquery']) + ` ${this.operand()}`],
      [0.2, () => `or ${this.operand()} "none"`],
    );
  }

  /** A text of the data: relative to dot, or from the top. */
  private operand(): string {
    const { r } = this;
    if (this.variables.length > 0 && r.chance(0.15)) return r.pick(this.variables);
    if (this.dot === 'root') return `${r.chance(0.9) ? '' : '$'}.${r.pick(this.texts)}`;
    if (r.chance(0.3)) return `$.${r.pick(this.texts)}`;
    return this.dot === 'text' || this.list.fields === null ? '.' : `.${r.pick(this.list.fields)}`;
  }

  private action(inside: string): string {
    const { r } = this;
    return `{{${r.pick([' ', ' ', ' ', '', '- '])}${inside}${r.pick([' ', ' ', ' ', '', ' -'])}}}`;
  }

  private scoped(make: () => string): string {
    const height = this.variables.length;
    const text = make();
    this.variables.length = height;
    return text;
  }

  private at(dot: 'element' | 'text', make: () => string): string {
    const before = this.dot;
    this.dot = dot;
    const text = this.scoped(make);
    this.dot = before;
    return text;
  }
}
