/** Reads a source file of `src/` into the facts the rules of the house speak about. */
import { type AST, parse as parseSvelte } from 'svelte/compiler';
import ts from 'typescript';

/**
 * One import: a declaration, `export … from`, `import()`, `import('…').Type`, `import.meta.glob` or
 * `new URL(…, import.meta.url)`.
 */
export interface Import {
  /** Null when it is not a literal. */
  readonly specifier: string | null;
  /** Whether it vanishes when compiled. */
  readonly typeOnly: boolean;
  /** Whether the specifier is a pattern naming many files. */
  readonly glob: boolean;
  readonly line: number;
}

/** Something a rule forbids or asks for, at a line. */
export interface Finding {
  readonly what: 'any' | 'enum' | '{@html}' | 'undocumented export';
  readonly name: string;
  readonly line: number;
}

/** The facts about one file. Lines are counted from 1. */
export interface Source {
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly findings: readonly Finding[];
}

interface Collected {
  readonly imports: Import[];
  readonly findings: Finding[];
}

/** Reads a `.ts`, `.mjs` or `.svelte` file; `path` says which. */
export function readSource(path: string, text: string): Source {
  const collected: Collected = { imports: [], findings: [] };
  if (path.endsWith('.svelte')) readComponent(path, text, collected);
  else readModule(path, text, 1, true, collected);
  return { lines: text.replace(/\n$/, '').split('\n').length, ...collected };
}

function readComponent(path: string, text: string, into: Collected): void {
  const root = parseSvelte(text, { modern: true, filename: path });
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  for (const script of [root.module, root.instance]) {
    if (!script) continue;
    // The AST node of the program begins after `<script …>` and ends before `</script>`.
    const { start, end } = script.content as unknown as { readonly start: number; readonly end: number };
    readModule(path, text.slice(start, end), lineAt(start), false, into);
  }
  for (const node of nodes(root.fragment)) {
    if (node.type === 'HtmlTag') into.findings.push({ what: '{@html}', name: '', line: lineAt(node.start) });
    if (node.type === 'TSAnyKeyword') into.findings.push({ what: 'any', name: '', line: lineAt(node.start) });
    if (node.type === 'ImportExpression') {
      into.imports.push({ specifier: null, typeOnly: false, glob: false, line: lineAt(node.start) });
    }
  }
}

interface AnyNode {
  readonly type: string;
  readonly start: number;
}

/** Every object with a `type` under a node of Svelte's tree, markup and expressions alike. */
function* nodes(root: AST.Fragment): Generator<AnyNode> {
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== 'object' || next === null) continue;
    if ('type' in next && typeof next.type === 'string' && 'start' in next) yield next as AnyNode;
    pending.push(...(Object.values(next) as unknown[]));
  }
}

function readModule(path: string, text: string, firstLine: number, needsDocs: boolean, into: Collected): void {
  const file = ts.createSourceFile(path.replace(/\.svelte$/, '.ts'), text, ts.ScriptTarget.Latest, true);
  const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart()).line + firstLine;

  const addImport = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean, glob = false): void => {
    const literal = specifier !== undefined && ts.isStringLiteralLike(specifier) ? specifier.text : null;
    into.imports.push({ specifier: literal, typeOnly, glob, line: lineOf(node) });
  };

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) addImport(node, node.moduleSpecifier, isTypeOnlyImport(node));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      addImport(node, node.moduleSpecifier, isTypeOnlyExport(node));
    } else if (ts.isImportTypeNode(node)) {
      addImport(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    } else if (ts.isExternalModuleReference(node)) addImport(node, node.expression, false);
    else if (ts.isCallExpression(node)) {
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) addImport(node, node.arguments[0], false);
      if (node.expression.getText() === 'import.meta.glob') {
        const patterns = node.arguments[0];
        const list = patterns && ts.isArrayLiteralExpression(patterns) ? patterns.elements : [patterns];
        for (const pattern of list) addImport(node, pattern, false, true);
      }
    } else if (
      ts.isNewExpression(node) &&
      node.expression.getText() === 'URL' &&
      node.arguments?.[1]?.getText() === 'import.meta.url'
    ) {
      const address = node.arguments[0];
      // The address of a folder reads nothing.
      const isFolder =
        address !== undefined && ts.isStringLiteralLike(address) && /(?:^|\/)\.{0,2}$/.test(address.text);
      if (!isFolder) addImport(node, address, false);
    } else if (node.kind === ts.SyntaxKind.AnyKeyword) {
      into.findings.push({ what: 'any', name: '', line: lineOf(node) });
    } else if (ts.isEnumDeclaration(node)) {
      into.findings.push({ what: 'enum', name: node.name.text, line: lineOf(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);

  if (!needsDocs) return;
  for (const { node, name } of exportedDeclarations(file)) {
    if (!isDocumented(file, node)) {
      into.findings.push({ what: 'undocumented export', name, line: lineOf(node) });
    }
  }
}

function isTypeOnlyImport(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  if (clause.name || !clause.namedBindings || !ts.isNamedImports(clause.namedBindings)) return false;
  return clause.namedBindings.elements.length > 0 && clause.namedBindings.elements.every((e) => e.isTypeOnly);
}

function isTypeOnlyExport(node: ts.ExportDeclaration): boolean {
  if (node.isTypeOnly) return true;
  if (!node.exportClause || !ts.isNamedExports(node.exportClause)) return false;
  return node.exportClause.elements.length > 0 && node.exportClause.elements.every((e) => e.isTypeOnly);
}

interface Exported {
  readonly node: ts.Statement;
  readonly name: string;
}

/**
 * The statements that declare something exported here, be it with `export` in front or in an `export { … }` elsewhere.
 */
function exportedDeclarations(file: ts.SourceFile): Exported[] {
  const listed = new Set<string>();
  for (const statement of file.statements) {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier || !statement.exportClause) continue;
    if (!ts.isNamedExports(statement.exportClause)) continue;
    for (const element of statement.exportClause.elements) listed.add((element.propertyName ?? element.name).text);
  }
  const found: Exported[] = [];
  let above: ts.Statement | null = null;
  let aboveName = '';
  let aboveIsPublic = false;
  for (const statement of file.statements) {
    const names = declaredNames(statement);
    const name = names.join(', ');
    const exported =
      ts.canHaveModifiers(statement) &&
      (ts.getModifiers(statement) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
    const isPublic = exported || names.some((n) => listed.has(n));
    // The overloads of a function share the comment of the first, and so do constants on consecutive lines: a table.
    const shares =
      above !== null &&
      aboveIsPublic &&
      ((ts.isFunctionDeclaration(statement) && name === aboveName) || continuesTable(file, above, statement));
    if (isPublic && !shares) found.push({ node: statement, name });
    above = statement;
    aboveName = name;
    aboveIsPublic = isPublic;
  }
  return found;
}

function continuesTable(file: ts.SourceFile, above: ts.Statement, below: ts.Statement): boolean {
  if (!ts.isVariableStatement(above) || !ts.isVariableStatement(below)) return false;
  return file.text.slice(above.getEnd(), below.getStart()) === '\n';
}

function declaredNames(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((declaration) => declaration.name.getText());
  }
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement)
  ) {
    return [statement.name?.text ?? 'default'];
  }
  return [];
}

/** Whether a doc comment with words in it ends on the line above; one followed by an empty line belongs to the file. */
function isDocumented(file: ts.SourceFile, node: ts.Node): boolean {
  const comment = ts.getLeadingCommentRanges(file.text, node.getFullStart())?.at(-1);
  if (!comment) return false;
  const text = file.text.slice(comment.pos, comment.end);
  const gap = file.text.slice(comment.end, node.getStart());
  return text.startsWith('/**') && /\w/.test(text) && /^[ \t]*\n[ \t]*$/.test(gap);
}
